/** `auth-object serve`: runs the endpoint on this machine. */
import { once } from 'node:events';
import { EndpointError, OptionError } from '@auth-object/endpoint';
import { type RunningEndpoint, type SqliteStore, type StartOptions, startEndpoint } from '@auth-object/endpoint/node';
import { Command } from 'commander';
import { ALL_LIMITS } from '../command/limit-option.ts';
import { printable } from '../command/printable.ts';
import { unexpected } from '../command/unexpected-error.ts';
import { UsageError } from '../command/usage-error.ts';
import { withExamples } from '../command/with-examples.ts';
import { loadSchemas, withSchemas } from '../live/schemas-file.ts';
import { banner } from './banner.ts';
import { requestLogger } from './request-log.ts';
import { reasonFor, type ServeOptions, sentence, startOptions, withServeOptions } from './serve-options.ts';

/** Creates the command. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .summary('run the endpoint on this machine')
    .description(
      'Run a local endpoint that answers as the documented one: the same rules and texts, with its own accounts and ' +
        'integrations. Nothing is sent to the service. Prints one line per request on standard output, everything else ' +
        'on standard error. AUTH_OBJECT_KEY is the AES-256 key that encrypts stored credentials (32 bytes as base64; ' +
        'without it, a key is created at each start). AUTH_OBJECT_API_KEYS lists the valid API keys, separated by commas. ' +
        'Requests must name this machine as their host, or a host of --allow-host; a web page of another origin needs --cors.',
    )
    .action(serve);
  withSchemas(withServeOptions(command), ALL_LIMITS);
  return withExamples(command, [
    'auth-object serve',
    'auth-object serve --port 0 --accounts any --log json > requests.ndjson',
    'auth-object serve --store endpoint.db --verify dns',
    'auth-object serve --host 0.0.0.0 --allow-host endpoint',
    'auth-object serve --fail 429:0.1 --fail "503; count=2; retry-after=5"',
  ]);
}

async function serve(options: ServeOptions): Promise<void> {
  const schemas = loadSchemas(options);
  const log = requestLogger(options.log);
  // The client gets a 500 without details; the person who runs the endpoint needs them.
  const onError = (error: unknown) => {
    const text = error instanceof EndpointError ? sentence(error.reason) : unexpected(error);
    process.stderr.write(`error: ${printable(text)}\n`);
  };
  const { endpoint, store } = await start(() => ({ ...startOptions(options, schemas), log, onError }));
  // The second signal ends the process at once.
  const end = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  process.stderr.write(banner(endpoint.url, options));
  await end;
  await endpoint.close();
  store?.close();
}

/** @throws UsageError if an option is invalid, or the endpoint cannot start. */
async function start(read: () => StartOptions): Promise<{ endpoint: RunningEndpoint; store: SqliteStore | undefined }> {
  try {
    const options = read();
    return { endpoint: await startEndpoint(options), store: options.store as SqliteStore | undefined };
  } catch (error) {
    if (error instanceof OptionError) throw new UsageError(sentence(reasonFor(error)));
    if (error instanceof EndpointError) throw new UsageError(sentence(error.reason));
    throw error;
  }
}
