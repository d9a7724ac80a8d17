/** `auth-object serve`: the endpoint on this machine. */
import { once } from 'node:events';
import type { SqliteStore } from '@auth-object/endpoint/node';
import { type RunningEndpoint, type StartOptions, startEndpoint } from '@auth-object/endpoint/node';
import { Command } from 'commander';
import { unexpected } from '../command/unexpected-error.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, withSchemas } from '../live/schemas-file.ts';
import { banner } from './banner.ts';
import { logger } from './log-lines.ts';
import { type ServeOptions, startOptions, withServeOptions } from './serve-options.ts';

/** @returns The command `serve`. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .summary('answer as the endpoint does, on this machine')
    .description(
      'Answer as the endpoint does, on this machine: the same rules, the documented texts, accounts and integrations ' +
        'that are kept, and nothing sent to the service. Prints a line for each request on standard output, all else on ' +
        'standard error. AUTH_OBJECT_KEY is the AES-256 key of the credentials that it keeps (32 bytes as base64; ' +
        'without it, one is made at start), AUTH_OBJECT_API_KEYS the valid keys, between commas.',
    )
    .action(serve);
  withSchemas(withServeOptions(command));
  return withExamples(command, [
    'auth-object serve',
    'auth-object serve --port 0 --accounts any --log json > requests.ndjson',
    'auth-object serve --store endpoint.db --verify dns',
    'auth-object serve --fail 429:0.1 --fail "503; count=2; retry-after=5"',
  ]);
}

async function serve(options: ServeOptions): Promise<void> {
  const schemas = loadSchemas(options.schemas);
  const log = logger(options.log);
  // The client gets a 500 without details; whoever runs the endpoint should know more.
  const onError = (error: unknown) => process.stderr.write(`error: ${unexpected(error)}\n`);
  const started = await start(() => ({ ...startOptions(options, schemas), log, onError }));
  // The second signal ends the process at once.
  const end = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  process.stderr.write(banner(started.endpoint.url, options));
  await end;
  await started.endpoint.close();
  started.store?.close();
}

/** @throws UsageError for what the endpoint does not take, or cannot have; its texts show no value. */
async function start(read: () => StartOptions): Promise<{ endpoint: RunningEndpoint; store: SqliteStore | undefined }> {
  try {
    const options = read();
    return { endpoint: await startEndpoint(options), store: options.store as SqliteStore | undefined };
  } catch (error) {
    const text = /^(?:auth-object|createEndpoint|startEndpoint|sqliteStore): (.*?)\.?$/s.exec((error as Error).message);
    throw text === null ? error : new UsageError(text[1]);
  }
}
