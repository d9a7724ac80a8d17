// The cases of a case file as HTTP requests, with the options and the state of the endpoint.
import { bytesOfBase64, resolve } from '../cases-tools/values.mjs';

const ENVIRONMENTS = ['test', 'production'];
/** The headers for cases of a form, which have none. */
const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };

/**
 * @param testCase a case of a file
 * @returns {{ options: object, linkedAccounts?: string[], integrations: string[], headers: Record<string, string>, path: string, body: string | Uint8Array }}
 *   options of the endpoint, as JSON has them, and the reason that its verifier gives as `rejected`
 */
export function replayed(testCase) {
  const { call, request, context = {} } = resolve(testCase);
  const { requestId, apiKeys, environment, customApps, shape, trust, limits, verification } = context;
  const rejected = verification === 'accepted' ? null : verification?.rejected;
  const linkedAccounts = context.linkedAccounts === undefined ? 'any' : 'known';
  return {
    options: { requestId, apiKeys, environment, customApps, shape, trust, limits, rejected, linkedAccounts },
    linkedAccounts: context.linkedAccounts,
    integrations: context.integrations ?? [],
    ...(call === 'auth_object' ? formRequest(request) : wholeRequest(request)),
  };
}

function formRequest({ slug, auth_object }) {
  return { headers: HEADERS, path: '/api/v2/public/migrate-token', body: JSON.stringify({ slug, auth_object }) };
}

function wholeRequest({ headers, slug, body, bodyText, bodyBase64 }) {
  return {
    headers,
    path: `/api/v2/public/migrate-token${slug === undefined ? '' : `/${encodeURIComponent(slug)}`}`,
    body: bodyBase64 === undefined ? (bodyText ?? JSON.stringify(body)) : bytesOfBase64(bodyBase64),
  };
}

/** HTTP allows no control character in the value of a header. */
const CONTROL = /[^\t -~\x80-\xff]/;

/** Why a case cannot be sent over HTTP, or has another answer there; `undefined` if it can. */
export function unsendable({ headers, options }) {
  if (options.limits?.requestBytes !== undefined) return 'a body that HTTP answers with 413';
  const values = Object.entries(headers);
  if (values.some(([, value]) => /[^\0-\xff]/.test(value))) return 'a header with a character above U+00FF';
  if (values.some(([, value]) => CONTROL.test(value))) return 'a header with a control character';
  const isLength = ([name]) => name.toLowerCase() === 'content-length';
  return values.some(isLength) ? 'a content-length that differs from the body' : undefined;
}

/** Replaces the content of the store by the accounts and integrations of the case's context. */
export async function prepare(store, { headers, linkedAccounts, integrations }) {
  await store.clear();
  const id = Object.entries(headers).find(([name]) => name.toLowerCase() === 'linked_account_id')?.[1];
  const account = (accountId) => ({ id: '0'.repeat(24), accountId, name: null });
  for (const environment of ENVIRONMENTS) {
    for (const accountId of linkedAccounts ?? []) await store.addAccount(environment, account(accountId));
    for (const slug of integrations) {
      const integration = { slug, authType: null, status: 'active', connectedAtMs: 0, values: [] };
      await store.putIntegration(environment, id, integration, account(id));
    }
  }
}
