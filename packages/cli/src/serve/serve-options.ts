/** The options of `serve`, read off the command line. */
import { readFileSync } from 'node:fs';
import { parseFault, type Seed } from '@auth-object/endpoint';
import { type StartOptions, sqliteStore, verifyByDns } from '@auth-object/endpoint/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../command/usage-error.ts';
import type { LoadedSchemas, SchemasOption } from '../live/schemas-file.ts';

type Fault = ReturnType<typeof parseFault>;

/** What commander gives. */
export interface ServeOptions {
  readonly port: number;
  readonly host?: string;
  readonly accounts: 'known' | 'any';
  readonly store?: string;
  readonly seed?: string;
  readonly verify?: 'dns';
  readonly fail?: readonly Fault[];
  readonly cors?: true | readonly string[];
  readonly apiKey?: readonly string[];
  readonly customApp?: readonly string[];
  readonly shape?: 'typed' | 'flat';
  readonly trust?: 'all' | 'documented';
  readonly environment?: 'test' | 'production';
  readonly org?: string;
  readonly bodyLimit?: number;
  readonly log: 'pretty' | 'json' | 'none';
  readonly schemas: SchemasOption;
}

const PORT = 4010;

/** The account that the documents of the service call so; their requests are answered without any preparation. */
export const DOCUMENTED_ACCOUNT = 'YOUR_LINKED_ACCOUNT_ID';

export function withServeOptions(command: Command): Command {
  return command
    .option('-p, --port <number>', 'where to listen; 0 takes any free port', whole(0, 65535), PORT)
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine alone)')
    .addOption(
      new Option('--accounts <which>', `accounts there are: created ones and ${DOCUMENTED_ACCOUNT}, or any`)
        .choices(['known', 'any'])
        .default('known'),
    )
    .option('--store <file>', 'keep the state in an SQLite file (default: in memory)')
    .option('--seed <file>', 'JSON with the accounts and integrations to start with')
    .addOption(new Option('--verify <how>', "look up the provider's host").choices(['dns']))
    .option('--fail <fault>', 'a failure for clients to bear: 429, 429:0.1, "500; count=3; delay=200"', fault)
    .option('--cors [origin]', 'let pages call: of every origin, or of this one', several)
    .option('--api-key <key>', 'a valid key; any other is refused (default: any key is valid)', several)
    .option('--custom-app <slug>', 'the slug of a custom app', several)
    .addOption(new Option('--shape <shape>', 'the shape that an auth_object must have').choices(['typed', 'flat']))
    .addOption(
      new Option('--trust <basis>', 'documented: take what only a guessed schema refuses').choices([
        'all',
        'documented',
      ]),
    )
    .addOption(
      new Option('--environment <name>', 'of a key that starts with neither pk nor tk').choices(['test', 'production']),
    )
    .option('--org <name>', 'the organisation that some texts name')
    .option('--body-limit <bytes>', 'longest body that is read (default: 1048576)', whole(1, Number.MAX_SAFE_INTEGER))
    .addOption(
      new Option('--log <how>', 'how to print requests; no secret is shown')
        .choices(['pretty', 'json', 'none'])
        .default('pretty'),
    );
}

/**
 * What `startEndpoint` is told. Opens the store.
 *
 * @throws UsageError for a seed file that cannot be read, a port or a store that cannot be used.
 */
export function startOptions(options: ServeOptions, schemas: LoadedSchemas | undefined): StartOptions {
  const { port, host, accounts, store, seed, verify, fail, cors, shape, trust, environment, org, bodyLimit } = options;
  return {
    ...{ port, host, shape, trust, environment, org, bodyLimit },
    linkedAccounts: accounts,
    store: store === undefined ? undefined : sqliteStore(store),
    key: process.env.AUTH_OBJECT_KEY || undefined,
    apiKeys: apiKeys(options),
    customApps: [...(options.customApp ?? []), ...(schemas?.customApps ?? [])],
    verify: verify === undefined ? undefined : verifyByDns(),
    faults: fail,
    cors,
    seed: seed === undefined ? documentedSeed(options) : readSeedFile(seed),
  };
}

/** Those of the command line, and those of the environment, between commas. */
export function apiKeys({ apiKey = [] }: ServeOptions): string[] | undefined {
  const others = (process.env.AUTH_OBJECT_API_KEYS ?? '').split(',').map((key) => key.trim());
  const keys = [...apiKey, ...others.filter((key) => key !== '')];
  return keys.length === 0 ? undefined : keys;
}

/** In the environment of a key that does not say its own, such as the documents' `YOUR_API_KEY`. */
function documentedSeed({ accounts, environment = 'test' }: ServeOptions): Seed | undefined {
  if (accounts === 'any') return undefined;
  return { environments: { [environment]: { linked_accounts: [{ account_id: DOCUMENTED_ACCOUNT }] } } };
}

function readSeedFile(path: string): Seed {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Seed;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`the seed ${path} ${code === undefined ? 'is no JSON' : `cannot be read: ${code}`}`);
  }
}

function several(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function fault(text: string, before: readonly Fault[] | undefined): Fault[] {
  try {
    return [...(before ?? []), parseFault(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message.replace(/^auth-object: a fault/, 'It'));
  }
}

function whole(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`);
  };
}
