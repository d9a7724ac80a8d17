/** `/api/v2/public/linked-account[/{id}]`: the accounts of the caller's customers. */
import { checkRequest } from 'auth-object';
import type { Context } from 'hono';
import type { Endpoint, Env } from '../endpoint.ts';
import { type Answer, answer } from '../http/answers.ts';
import { jsonObject } from '../http/body.ts';
import { environmentOf, hasValidKey, isBlank } from '../http/caller.ts';
import { respond } from '../http/respond.ts';
import { createLinkedAccount } from '../stores/create-linked-account.ts';
import type { StoredAccount } from '../stores/store.ts';
import { isWellFormed } from '../stores/well-formed.ts';
import { linkedAccountView } from './linked-account-view.ts';

/** Creates an account; an existing one is rejected. */
export async function createAccount(endpoint: Endpoint, context: Context<Env>, body: Uint8Array): Promise<Response> {
  const environment = environmentOf(endpoint, context);
  const account = accountOf(endpoint, context, body);
  if ('status' in account) return respond(account);
  if (!(await endpoint.store.addAccount(environment, account))) {
    return respond(answer('linked_account_exists', context.get('requestId'), account.accountId, environment));
  }
  return respond({ status: 200, body: await linkedAccountView(endpoint.store, environment, account) });
}

/** Creates an account, or changes its name. */
export async function upsertAccount(endpoint: Endpoint, context: Context<Env>, body: Uint8Array): Promise<Response> {
  const environment = environmentOf(endpoint, context);
  const account = accountOf(endpoint, context, body);
  if ('status' in account) return respond(account);
  const stored = await endpoint.store.upsertAccount(environment, account);
  return respond({ status: 200, body: await linkedAccountView(endpoint.store, environment, stored) });
}

/** Lists all accounts of the key's environment. */
export async function listAccounts(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const environment = environmentOf(endpoint, context);
  if (!hasValidKey(endpoint, context.req.raw)) return respond(answer('invalid_credentials'));
  const accounts = await endpoint.store.listAccounts(environment);
  const body = await Promise.all(accounts.map((account) => linkedAccountView(endpoint.store, environment, account)));
  return respond({ status: 200, body });
}

export async function getAccount(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const environment = environmentOf(endpoint, context);
  if (!hasValidKey(endpoint, context.req.raw)) return respond(answer('invalid_credentials'));
  const id = context.req.param('id') ?? '';
  const account = await endpoint.store.getAccount(environment, id);
  if (account === undefined) return notFound(endpoint, context, id);
  return respond({ status: 200, body: await linkedAccountView(endpoint.store, environment, account) });
}

/** Removes an account with its integrations. */
export async function deleteAccount(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const environment = environmentOf(endpoint, context);
  if (!hasValidKey(endpoint, context.req.raw)) return respond(answer('invalid_credentials'));
  const id = context.req.param('id') ?? '';
  if (await endpoint.store.deleteAccount(environment, id)) return respond(answer('success'));
  return notFound(endpoint, context, id);
}

function notFound(endpoint: Endpoint, context: Context<Env>, id: string): Response {
  const environment = environmentOf(endpoint, context);
  const requestId = context.get('requestId');
  return respond(answer('linked_account_not_found', requestId, id, environment, endpoint.options.org));
}

/** The account that a request describes, or the rejection. Its id is in the body, under either name, or in the path. */
function accountOf(endpoint: Endpoint, context: Context<Env>, body: Uint8Array): StoredAccount | Answer {
  if (!hasValidKey(endpoint, context.req.raw)) return answer('invalid_credentials');
  const fields = jsonObject(body);
  if (fields === undefined) return invalidJson(context.get('requestId'));
  const { name, account_id: accountId, linked_account_id: linkedAccountId } = fields;
  const ids: unknown[] = [accountId, linkedAccountId, context.req.param('id')];
  const id = ids.find((one): one is string => typeof one === 'string' && !isBlank(one));
  if (id === undefined) return answer('linked_account_id_required');
  const texts = [id, typeof name === 'string' ? name : ''];
  if (!texts.every(isWellFormed)) return invalidJson(context.get('requestId'));
  return createLinkedAccount(id, typeof name === 'string' ? name : null);
}

/** The answer of rule 3 of migrate-token. Interoperable JSON has no half surrogate pairs (RFC 7493, 2.1). */
function invalidJson(requestId: string): Answer {
  const headers = { 'x-api-key': 'any', linked_account_id: 'any' };
  return checkRequest({ headers, body: '' }, { requestId, hints: false }).response;
}
