/** `PUT /api/v2/public/migrate-token[/{slug}]`: checks the request and stores the integration. */
import type { Context } from 'hono';
import { credentialsOf } from '../credentials/credentials.ts';
import type { Endpoint, Env } from '../endpoint.ts';
import { jsonObject } from '../http/body.ts';
import { environmentOf, linkedAccountId } from '../http/caller.ts';
import { respond } from '../http/respond.ts';
import { connectApp } from './connect-app.ts';

export async function migrateToken(endpoint: Endpoint, context: Context<Env>, body: Uint8Array): Promise<Response> {
  const { raw: request } = context.req;
  const verdict = await connectApp({
    endpoint,
    request: { headers: request.headers, slug: context.req.param('slug'), body },
    requestId: context.get('requestId'),
    environment: environmentOf(endpoint, context),
    accountId: linkedAccountId(request),
    credentials: (accepted) => credentialsOf(jsonObject(body)?.auth_object, accepted),
  });
  if (verdict.slug !== undefined) context.set('slug', verdict.slug);
  return respond(verdict.response);
}
