/** Asks the judge about a request to connect an app, and keeps what it accepts. */

import type { MigrateTokenRequest, Verdict } from 'auth-object';
import { checkRequest } from 'auth-object';
import { freshAccount } from './accounts.ts';
import { type Credentials, sealAll } from './credentials.ts';
import type { Endpoint } from './env.ts';
import type { Environment } from './store.ts';
import { verification } from './verification.ts';

/** A request, and what it is about. */
export interface Connecting {
  readonly endpoint: Endpoint;
  readonly request: MigrateTokenRequest;
  readonly requestId: string;
  readonly environment: Environment;
  /** `undefined` where the request names none, which rule 2 refuses. */
  readonly accountId: string | undefined;
  /** Takes the credentials from a body that was accepted. */
  readonly credentials: (verdict: Extract<Verdict, { ok: true }>) => Credentials;
}

/**
 * The rules in their order; then the verifier; then the integration is created or updated, and the judge words that.
 *
 * @returns the last verdict: its response is the answer.
 */
export async function connect(connecting: Connecting): Promise<Verdict> {
  const { endpoint, request, requestId, environment, accountId, credentials } = connecting;
  const { options, store, vault } = endpoint;
  const { apiKeys, customApps, shape, trust, verify } = options;
  const context = { apiKeys, environment, customApps, shape, trust, requestId, hints: false };
  const isKnown = options.linkedAccounts === 'known' && accountId !== undefined;
  const isThere = isKnown && (await store.getAccount(environment, accountId)) !== undefined;
  const known = isKnown ? { ...context, linkedAccounts: { has: () => isThere } } : context;

  const verdict = checkRequest(request, known);
  if (!verdict.ok || accountId === undefined) return verdict;
  const { slug } = verdict;
  const given = credentials(verdict);
  const outcome = verify && (await verification(verify, slug, given));
  if (outcome !== undefined && outcome !== 'accepted')
    return checkRequest(request, { ...known, verification: outcome });

  const done = await store.putIntegration(
    environment,
    accountId,
    {
      slug,
      authType: given.authType,
      status: 'active',
      connectedAtMs: Date.now(),
      values: await sealAll(vault, { environment, accountId, slug }, given.values),
    },
    isKnown ? undefined : freshAccount(accountId, null),
  );
  // The account may have been deleted while the verifier was asked.
  if (done === 'no account') return checkRequest(request, { ...context, linkedAccounts: [] });
  return checkRequest(request, { ...known, integrations: done === 'updated' ? [slug] : [] });
}
