/** `GET /api/v2/public/application[/{slug}]`: apps, and which of them the linked account is connected to. */

import { apps } from 'auth-object';
import type { Context } from 'hono';
import { type Answer, answer } from '../answers.ts';
import { applicationView } from '../apps.ts';
import { environmentOf, isKnownKey, linkedAccountId } from '../caller.ts';
import type { Endpoint, Env } from '../env.ts';
import { respond } from '../respond.ts';
import type { StoredIntegration } from '../store.ts';

/** All apps; custom ones that the catalogue lacks come last. */
export async function listApplications(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const asked = await askedBy(endpoint, context);
  if ('status' in asked) return respond(asked);
  const slugs = new Set([...apps().map(({ slug }) => slug), ...endpoint.options.customApps]);
  const body = [...slugs].map((slug) => applicationView(endpoint, slug, asked.accountId, asked.integrations));
  return respond({ status: 200, body });
}

export async function getApplication(endpoint: Endpoint, context: Context<Env>): Promise<Response> {
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  const asked = await askedBy(endpoint, context);
  if ('status' in asked) return respond(asked);
  const body = applicationView(endpoint, slug, asked.accountId, asked.integrations);
  return respond(
    body === undefined ? answer('application_not_found', slug, endpoint.options.org) : { status: 200, body },
  );
}

interface Asked {
  readonly accountId: string;
  readonly integrations: readonly StoredIntegration[];
}

/** Whose connections are asked for, or the refusal. */
async function askedBy(endpoint: Endpoint, context: Context<Env>): Promise<Asked | Answer> {
  const { options, store } = endpoint;
  const environment = environmentOf(endpoint, context);
  const requestId = context.get('requestId');
  if (!isKnownKey(endpoint, context.req.raw)) return answer('invalid_credentials');
  const accountId = linkedAccountId(context.req.raw);
  if (accountId === undefined) return answer('linked_account_id_is_required', requestId);
  const account = await store.getAccount(environment, accountId);
  if (account === undefined && options.linkedAccounts === 'known') {
    return answer('linked_account_not_found', requestId, accountId, environment, options.org);
  }
  return { accountId, integrations: await store.listIntegrations(environment, accountId) };
}
