/** `auth-object example`: prints a request with placeholders. */
import { ACCOUNT, API_KEY, curl, fetchCall, placeholders, sdk } from '@auth-object/reference';
import { Command, Option } from 'commander';
import { baseUrl } from '../command/option-values.ts';
import { printableLines } from '../command/printable.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, type SchemasOptions, withSchemas } from '../live/schemas-file.ts';
import { SERVICE } from '../live/service.ts';
import { findApp, findAuthType } from './find-app.ts';

interface Options extends SchemasOptions {
  readonly curl?: true;
  readonly fetch?: true;
  readonly sdk?: true;
  readonly baseUrl?: string;
}

/** Creates the command. */
export function exampleCommand(): Command {
  const command = new Command('example')
    .summary('print a request with placeholders')
    .description('Print a request with placeholders. Once they are filled in, the endpoint accepts it.')
    .argument('<slug>', 'the app')
    .argument('[auth-type]', "an auth type of the app (default: the app's first)")
    .addOption(new Option('--curl', 'print a curl command (default)').conflicts(['fetch', 'sdk']))
    .addOption(new Option('--fetch', 'print JavaScript that calls fetch').conflicts('sdk'))
    .option('--sdk', "print JavaScript that calls the service's Node client")
    .option('--base-url <url>', `the address of the service (default: ${SERVICE})`, baseUrl)
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
    throw new UsageError('--base-url cannot be used with --sdk: the Node client has no documented setting for it.');
  }
  loadSchemas(options);
  const found = findAuthType(findApp(slug), authType);
  const fields = placeholders(found.authType);
  const parts = {
    baseUrl: options.baseUrl ?? SERVICE,
    apiKey: API_KEY,
    account: ACCOUNT,
    slug,
    authObject: options.sdk ? fields : { [found.name]: fields },
  };
  const write = options.sdk ? sdk : options.fetch ? fetchCall : curl;
  process.stdout.write(printableLines(`${write(parts)}\n`));
}
