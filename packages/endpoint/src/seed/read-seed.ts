/** Checks a seed by the rules, before anything is stored. */
import { checkRequest, type Shape } from 'auth-object';
import type { InferOutput } from 'valibot';
import { credentialsOf } from '../credentials/credentials.ts';
import { OptionError } from '../errors.ts';
import type { Environment, StoredIntegration } from '../stores/store.ts';
import type { seedSchema } from './seed-schema.ts';

/** An account of a valid seed. */
export interface ReadAccount {
  readonly environment: Environment;
  readonly accountId: string;
  readonly name: string | null;
  readonly integrations: readonly ReadIntegration[];
}

/** An integration of a valid seed. */
export interface ReadIntegration extends Pick<StoredIntegration, 'slug' | 'authType' | 'status'> {
  /** The values by field. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** The options of the endpoint that change what the rules accept. */
export interface SeedContext {
  readonly customApps?: readonly string[] | undefined;
  readonly shape?: Shape | undefined;
  readonly trust?: 'all' | 'documented' | undefined;
}

const ENVIRONMENTS: readonly Environment[] = ['test', 'production'];

/**
 * @param seed - As its schema reads it.
 * @throws OptionError for the first integration that the rules reject, with its path and without a value.
 */
export function readSeed(seed: InferOutput<typeof seedSchema>, context: SeedContext): ReadAccount[] {
  return ENVIRONMENTS.flatMap((environment) => {
    const accounts = seed.environments[environment]?.linked_accounts ?? [];
    return accounts.map(({ account_id: accountId, name, integrations }, index) => {
      const path = `seed.environments.${environment}.linked_accounts[${index}]`;
      const read = integrations.map((integration, at) =>
        readIntegration(integration, `${path}.integrations[${at}]`, accountId, context),
      );
      return { environment, accountId, name, integrations: read };
    });
  });
}

interface UnreadIntegration {
  readonly slug: unknown;
  readonly auth_object: unknown;
  readonly status: 'active' | 'expired';
}

function readIntegration(
  { slug, auth_object, status }: UnreadIntegration,
  path: string,
  accountId: string,
  context: SeedContext,
): ReadIntegration {
  // Any key will do: a seed belongs to no caller.
  const headers = { 'x-api-key': 'seed', linked_account_id: accountId };
  const verdict = checkRequest({ headers, body: { slug, auth_object } }, { ...context, hints: false });
  if (!verdict.ok) {
    const [issue] = verdict.issues;
    const keys = issue.path[0] === 'body' ? [] : issue.path;
    const option = [path, ...keys].join('.');
    const help = (issue.help ?? issue.message).replace(/\.$/, '');
    throw new OptionError('createEndpoint', 'invalid_option', option, `the option "${option}": ${help}`);
  }
  const { authType, values } = credentialsOf(auth_object, verdict);
  return { slug: verdict.slug, authType, credentials: values, status };
}
