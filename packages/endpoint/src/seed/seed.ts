/** The state that an endpoint starts with. */

import type { Shape } from 'auth-object';
import { checkRequest } from 'auth-object';
import { credentialsOf } from './credentials.ts';
import type { Environment } from './store.ts';

/** A seed: plain JSON, so that it can stand in a file. Its credentials are encrypted when it is read. */
export interface Seed {
  readonly environments: { readonly [environment in Environment]?: SeedEnvironment | undefined };
}

/** What there is in an environment. */
export interface SeedEnvironment {
  readonly linked_accounts: readonly SeedAccount[];
}

/** A linked account, and the apps that are connected for it. */
export interface SeedAccount {
  /** The caller's own id of its customer. */
  readonly account_id: string;
  readonly name?: string | null | undefined;
  readonly integrations?: readonly SeedIntegration[] | undefined;
}

/** An integration as the body of a request that creates it; the endpoint's own rules hold for it. */
export interface SeedIntegration {
  readonly slug: string;
  /** Either shape. */
  readonly auth_object: { readonly [key: string]: unknown };
  /** What the connected account shows; an update makes it active. @defaultValue `"active"` */
  readonly status?: 'active' | 'expired' | undefined;
}

/** An account of a seed that was found right. */
export interface PlantedAccount {
  readonly environment: Environment;
  readonly accountId: string;
  readonly name: string | null;
  readonly integrations: readonly PlantedIntegration[];
}

/** An integration of a seed that was found right. */
export interface PlantedIntegration {
  readonly slug: string;
  /** `null` where the catalogue lacks the app. */
  readonly authType: string | null;
  readonly credentials: Readonly<Record<string, string>>;
  readonly status: 'active' | 'expired';
}

/** What the endpoint was told of how to judge. */
export interface SeedContext {
  readonly customApps?: readonly string[] | undefined;
  readonly shape?: Shape | undefined;
  readonly trust?: 'all' | 'documented' | undefined;
}

const ENVIRONMENTS: readonly Environment[] = ['test', 'production'];

/**
 * The accounts of a seed.
 *
 * @throws TypeError for the first place that is wrong: its path, and what must stand there. No value is shown.
 */
export function readSeed(seed: Seed, context: SeedContext): PlantedAccount[] {
  const environments = record(record(seed, 'seed', ['environments']).environments, 'seed.environments', ENVIRONMENTS);
  return ENVIRONMENTS.flatMap((environment) => {
    const place = `seed.environments.${environment}`;
    if (environments[environment] === undefined) return [];
    const { linked_accounts } = record(environments[environment], place, ['linked_accounts']);
    const accounts = list(linked_accounts, `${place}.linked_accounts`).map((value, index) =>
      readAccount(value, `${place}.linked_accounts[${index}]`, environment, context),
    );
    const twice = firstTwice(accounts.map(({ accountId }) => accountId));
    if (twice !== undefined) throw wrong(`${place}.linked_accounts[${twice}].account_id`, 'stands there already');
    return accounts;
  });
}

function readAccount(value: unknown, place: string, environment: Environment, context: SeedContext): PlantedAccount {
  const { account_id, name = null, integrations = [] } = record(value, place, ['account_id', 'name', 'integrations']);
  const accountId = text(account_id, `${place}.account_id`);
  if (name !== null && typeof name !== 'string') throw wrong(`${place}.name`, 'must be a text or null');
  const planted = list(integrations, `${place}.integrations`).map((item, index) =>
    readIntegration(item, `${place}.integrations[${index}]`, accountId, context),
  );
  const twice = firstTwice(planted.map(({ slug }) => slug));
  if (twice !== undefined) throw wrong(`${place}.integrations[${twice}].slug`, 'stands there already');
  return { environment, accountId, name, integrations: planted };
}

function readIntegration(value: unknown, place: string, accountId: string, context: SeedContext): PlantedIntegration {
  const { slug, auth_object, status = 'active' } = record(value, place, ['slug', 'auth_object', 'status']);
  if (status !== 'active' && status !== 'expired') throw wrong(`${place}.status`, 'must be "active" or "expired"');
  // The judge wants a key where one of an endpoint stands; this one says nothing.
  const headers = { 'x-api-key': 'seed', linked_account_id: accountId };
  const verdict = checkRequest({ headers, body: { slug, auth_object } }, { ...context, hints: false });
  if (!verdict.ok) {
    const [issue] = verdict.issues;
    const keys = issue.path[0] === 'body' ? [] : issue.path;
    throw wrong(`${[place, ...keys].join('.')}:`, issue.help ?? issue.message);
  }
  const { authType, values } = credentialsOf(auth_object, verdict);
  return { slug: verdict.slug, authType, credentials: Object.fromEntries(values), status };
}

type Fields = Record<string, unknown>;

function record(value: unknown, place: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(place, 'must be an object');
  if (Object.keys(value).some((key) => !known.includes(key))) {
    throw wrong(place, `has an unknown key; known are ${known.join(', ')}`);
  }
  return value as Fields;
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(place, 'must be an array');
  return value;
}

function text(value: unknown, place: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(place, 'must be a text that is not blank');
  return value;
}

function firstTwice(names: readonly string[]): number | undefined {
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  return index < 0 ? undefined : index;
}

function wrong(place: string, what: string): TypeError {
  return new TypeError(`auth-object: ${place} ${what.replace(/\.$/, '')}.`);
}
