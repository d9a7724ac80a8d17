/** `GET /api/v2/public/application[/{slug}]`: the apps, and which of them are connected for the linked account. */
import { apps } from 'auth-object';
import type { Context } from 'hono';
import type { Endpoint, Env } from '../endpoint.ts';
import { type Answer, answer } from '../http/answers.ts';
import { environmentOf, hasValidKey, linkedAccountId } from '../http/caller.ts';
import { respond } from '../http/respond.ts';
import { safeSlug } from '../http/safe-slug.ts';
import type { StoredIntegration } from '../stores/store.ts';
import { applicationView } from './application-view.ts';

/** All apps; custom ones outside the catalogue come last. */
export async function listApplications(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const caller = await callerOf(endpoint, context);
  if ('status' in caller) return respond(caller);
  const slugs = new Set([...apps().map(({ slug }) => slug), ...endpoint.options.customApps]);
  const body = [...slugs].map((slug) => applicationView(endpoint, slug, caller.accountId, caller.integrations));
  return respond({ status: 200, body });
}

export async function getApplication(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  const caller = await callerOf(endpoint, context);
  if ('status' in caller) return respond(caller);
  const body = applicationView(endpoint, slug, caller.accountId, caller.integrations);
  return respond(
    body === undefined ? answer('application_not_found', safeSlug(slug), endpoint.options.org) : { status: 200, body },
  );
}

interface Caller {
  readonly accountId: string;
  readonly integrations: readonly StoredIntegration[];
}

/** The linked account of the request with its integrations, or the rejection. */
async function callerOf(endpoint: Endpoint, context: Context<Env>): Promise<Caller | Answer> {
  const { options, store } = endpoint;
  const environment = environmentOf(endpoint, context);
  const requestId = context.get('requestId');
  if (!hasValidKey(endpoint, context.req.raw)) return answer('invalid_credentials');
  const accountId = linkedAccountId(context.req.raw);
  if (accountId === undefined) return answer('linked_account_id_is_required', requestId);
  const account = await store.getAccount(environment, accountId);
  if (account === undefined && options.linkedAccounts === 'known') {
    return answer('linked_account_not_found', requestId, accountId, environment, options.org);
  }
  return { accountId, integrations: await store.listIntegrations(environment, accountId) };
}
