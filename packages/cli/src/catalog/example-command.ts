/** `auth-object example`: a request of an app, with placeholders. */

import { ACCOUNT, API_KEY, curl, fetchCall, placeholders, sdk } from '@auth-object/reference';
import { Command, Option } from 'commander';
import { BASE_URL, baseUrl } from '../command/base-url.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, type SchemasOption, withSchemas } from '../live/schemas-file.ts';
import { findApp, findAuthType } from './find-app.ts';

interface Options {
  readonly curl?: true;
  readonly fetch?: true;
  readonly sdk?: true;
  readonly baseUrl?: string;
  readonly schemas: SchemasOption;
}

/** @returns The command `example`. */
export function exampleCommand(): Command {
  const command = new Command('example')
    .summary('print a request with placeholders, to fill in')
    .description('Print a request that the endpoint takes once its placeholders are filled in.')
    .argument('<slug>', 'the app')
    .argument('[auth-type]', "an auth type of the app (default: the app's first)")
    .addOption(new Option('--curl', 'for a shell (default)').conflicts(['fetch', 'sdk']))
    .addOption(new Option('--fetch', 'JavaScript with fetch').conflicts('sdk'))
    .option('--sdk', "JavaScript with the service's Node client")
    .option('--base-url <url>', `where to send it (default: ${BASE_URL})`, baseUrl)
    .action(example);
  withSchemas(command);
  return withExamples(command, [
    'auth-object example hubspot',
    'auth-object example netsuite keybased --fetch',
    'auth-object example slack --sdk',
    'auth-object example copper --base-url http://127.0.0.1:4010',
  ]);
}

function example(slug: string, authType: string | undefined, options: Options): void {
  if (options.sdk && options.baseUrl !== undefined) {
    throw new UsageError('--base-url does not go with --sdk: the documents of the client name no way to tell it one');
  }
  loadSchemas(options.schemas);
  const found = findAuthType(findApp(slug), authType);
  const fields = placeholders(found.authType);
  const parts = {
    baseUrl: options.baseUrl ?? BASE_URL,
    apiKey: API_KEY,
    account: ACCOUNT,
    slug,
    authObject: options.sdk ? fields : { [found.name]: fields },
  };
  const write = options.sdk ? sdk : options.fetch ? fetchCall : curl;
  process.stdout.write(`${write(parts)}\n`);
}
