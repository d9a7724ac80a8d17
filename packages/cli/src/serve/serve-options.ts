/** The options of `serve`. */
import { OptionError, parseFault, type Seed } from '@auth-object/endpoint';
import { type StartOptions, sqliteStore, verifyByDns } from '@auth-object/endpoint/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readJsonFile } from '../command/file-errors.ts';
import { collect, wholeNumber } from '../command/option-values.ts';
import type { LoadedSchemas, SchemasOptions } from '../live/schemas-file.ts';

type Fault = ReturnType<typeof parseFault>;

/** The values that commander reads. */
export interface ServeOptions extends SchemasOptions {
  readonly port: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly localRoutes?: true;
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
  readonly log: 'pretty' | 'json' | 'none';
}

const PORT = 4010;
const API_KEYS = 'AUTH_OBJECT_API_KEYS';
const KEY = 'AUTH_OBJECT_KEY must be 32 bytes as base64; "openssl rand -base64 32" creates a key';

/** The linked account of the service's documentation; its requests are answered without any preparation. */
export const DOCUMENTED_ACCOUNT = 'YOUR_LINKED_ACCOUNT_ID';

export function withServeOptions(command: Command): Command {
  return command
    .option('-p, --port <number>', 'the port to listen on; 0 takes any free port', wholeNumber(0, 65535), PORT)
    .option('--host <address>', 'the address to listen on (default: 127.0.0.1, only this machine)')
    .option('--allow-host <name>', 'answer requests for this host too, such as "endpoint"; may be repeated', collect)
    .option('--local-routes', 'answer /_local/reset also if other machines can connect')
    .addOption(
      new Option('--accounts <which>', `"known": ${DOCUMENTED_ACCOUNT} and created accounts; "any": every account`)
        .choices(['known', 'any'])
        .default('known'),
    )
    .option('--store <file>', 'keep accounts and integrations in an SQLite file (default: in memory)')
    .option('--seed <file>', 'a JSON file with the accounts and integrations to start with')
    .addOption(new Option('--verify <how>', 'check that the host of the app exists').choices(['dns']))
    .option('--fail <fault>', 'fail on purpose: 429, 429:0.1, "500; count=3; delay=200"; may be repeated', fault)
    .option('--cors [origin]', 'allow web pages: of every origin, or of this one; may be repeated', corsOrigins)
    .option('--api-key <key>', 'a valid API key; other keys are rejected (default: any key); may be repeated', keys)
    .option('--custom-app <slug>', 'the slug of a custom app; may be repeated', collect)
    .addOption(new Option('--shape <shape>', 'accept auth_objects of this shape only').choices(['typed', 'flat']))
    .addOption(
      new Option('--trust <schemas>', '"documented": accept what only an unconfirmed schema rejects').choices([
        'all',
        'documented',
      ]),
    )
    .addOption(
      new Option('--environment <name>', 'the environment of API keys that start with neither pk nor tk').choices([
        'test',
        'production',
      ]),
    )
    .option('--org <name>', 'the organisation that some answers name')
    .addOption(
      new Option('--log <format>', 'how to print requests, without credentials')
        .choices(['pretty', 'json', 'none'])
        .default('pretty'),
    );
}

/**
 * The options of `startEndpoint`. Opens the store.
 *
 * @throws UsageError if the seed cannot be read; OptionError or EndpointError if the store cannot be opened.
 */
export function startOptions(options: ServeOptions, schemas: LoadedSchemas | undefined): StartOptions {
  const {
    port,
    host,
    accounts,
    store,
    seed,
    verify,
    fail,
    cors,
    shape,
    trust,
    environment,
    org,
    limit: limits,
  } = options;
  return {
    ...{ port, host, shape, trust, environment, org, limits },
    hosts: options.allowHost,
    localRoutes: options.localRoutes,
    linkedAccounts: accounts,
    seed: seed === undefined ? documentedSeed(options) : (readJsonFile(seed) as Seed),
    store: store === undefined ? undefined : sqliteStore(store),
    key: process.env.AUTH_OBJECT_KEY || undefined,
    apiKeys: apiKeys(options),
    customApps: [...(options.customApp ?? []), ...(schemas?.customApps ?? [])],
    verify: verify === undefined ? undefined : verifyByDns(),
    faults: fail,
    cors,
  };
}

/**
 * The API keys of the command line and of the environment; `undefined` if there is neither.
 *
 * @throws OptionError if the environment variable is set, but names no key.
 */
export function apiKeys({ apiKey = [] }: Pick<ServeOptions, 'apiKey'>): string[] | undefined {
  const { [API_KEYS]: listed } = process.env;
  if (listed === undefined) return apiKey.length === 0 ? undefined : [...apiKey];
  const others = listed.split(',').map((key) => key.trim());
  const named = others.filter((key) => key !== '');
  if (named.length > 0) return [...apiKey, ...named];
  const reason = `${API_KEYS} is set, but names no key: list the valid keys, or unset it to accept any key`;
  throw new OptionError('serve', 'invalid_option', API_KEYS, reason);
}

/** For keys that do not name their environment, such as `YOUR_API_KEY` of the documentation. */
function documentedSeed({ accounts, environment = 'test' }: ServeOptions): Seed | undefined {
  if (accounts === 'any') return undefined;
  return { environments: { [environment]: { linked_accounts: [{ account_id: DOCUMENTED_ACCOUNT }] } } };
}

/** What sets the options of `startEndpoint` that may be wrong. */
const SET_BY: Readonly<Record<string, string>> = {
  host: '--host',
  hosts: '--allow-host',
  cors: '--cors',
  customApps: '--custom-app',
  seed: '--seed',
};

/** The reason of an error, with the names that a user of the command line knows. */
export function reasonFor({ option, reason }: OptionError): string {
  if (option === 'key') return KEY;
  const [, name = '', path = ''] = /^(\w+)(?:\[\d+\])?\.?(.*)$/.exec(option) ?? [];
  const { [name]: setBy } = SET_BY;
  if (setBy === undefined) return reason;
  return reason.replace(`the option "${option}"`, path === '' ? setBy : `"${path}" of ${setBy}`);
}

/** An error of the endpoint as a sentence. */
export function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('?') ? '' : '.'}`;
}

/** Without a value, the option allows all origins; so do `true` and `*`. */
function corsOrigins(text: string, before: true | readonly string[] | undefined): true | string[] {
  if (text === 'true' || before === true) return true;
  return [...(before ?? []), text];
}

/** A blank key would let anybody in whose key is missing, for instance from an unset variable of a shell. */
function keys(text: string, before: readonly string[] | undefined): string[] {
  if (text.trim() !== '') return collect(text, before);
  throw new InvalidArgumentError('It must not be blank. To accept any key, leave it out.');
}

function fault(text: string, before: readonly Fault[] | undefined): Fault[] {
  try {
    return [...(before ?? []), parseFault(text)];
  } catch (error) {
    if (error instanceof OptionError) throw new InvalidArgumentError(sentence(error.reason));
    throw error;
  }
}
