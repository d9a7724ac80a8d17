/** Checks a request to connect an app, and stores the integration if it is accepted. */
import type { MigrateTokenRequest, Verdict } from 'auth-object';
import { checkRequest } from 'auth-object';
import { type Credentials, encryptAll } from '../credentials/credentials.ts';
import type { Endpoint } from '../endpoint.ts';
import { createLinkedAccount } from '../stores/create-linked-account.ts';
import type { Environment } from '../stores/store.ts';
import { runVerifier } from '../verification/run-verifier.ts';

/** A request, and what was read from it. */
export interface Connecting {
  readonly endpoint: Endpoint;
  readonly request: MigrateTokenRequest;
  readonly requestId: string;
  readonly environment: Environment;
  /** `undefined` if the request names none, which rule 2 rejects. */
  readonly accountId: string | undefined;
  /** Reads the credentials from the accepted body. */
  readonly credentials: (verdict: Extract<Verdict, { ok: true }>) => Credentials;
}

/**
 * Checks the rules in their order, calls the verifier, and creates or updates the integration.
 *
 * @returns the verdict with the response to send.
 */
export async function connectApp(connecting: Connecting): Promise<Verdict> {
  const { endpoint, request, requestId, environment, accountId, credentials } = connecting;
  const { options, store, cipher } = endpoint;
  const { apiKeys, customApps, shape, trust, limits, verify } = options;
  const context = { apiKeys, environment, customApps, shape, trust, limits, requestId, hints: false };
  const mustExist = options.linkedAccounts === 'known' && accountId !== undefined;
  const exists = mustExist && (await store.getAccount(environment, accountId)) !== undefined;
  const known = mustExist ? { ...context, linkedAccounts: { has: () => exists } } : context;

  const verdict = checkRequest(request, known);
  if (!verdict.ok || accountId === undefined) return verdict;
  const { slug } = verdict;
  const given = credentials(verdict);
  const outcome = verify && (await runVerifier(verify, slug, given, endpoint.report));
  if (outcome !== undefined && outcome !== 'accepted') {
    return checkRequest(request, { ...known, verification: outcome });
  }

  const done = await store.putIntegration(
    environment,
    accountId,
    {
      slug,
      authType: given.authType,
      status: 'active',
      connectedAtMs: Date.now(),
      values: await encryptAll(cipher, { environment, accountId, slug }, given.values),
    },
    mustExist ? undefined : createLinkedAccount(accountId, null),
  );
  // The account may have been deleted while the verifier ran.
  if (done === 'no account') return checkRequest(request, { ...context, linkedAccounts: [] });
  return checkRequest(request, { ...known, integrations: done === 'updated' ? [slug] : [] });
}
