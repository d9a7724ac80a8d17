/** `PUT /api/v2/public/migrate-token[/{slug}]`: the judge's answers, and an integration of what it accepts. */
import type { Context } from 'hono';
import { jsonObject } from '../body.ts';
import { environmentOf, linkedAccountId } from '../caller.ts';
import { connect } from '../connect.ts';
import { credentialsOf } from '../credentials.ts';
import type { Endpoint, Env } from '../env.ts';
import { respond } from '../respond.ts';

/** @param body - As it came. */
export async function migrateToken(endpoint: Endpoint, context: Context<Env>, body: Uint8Array): Promise<Response> {
  const { raw: request } = context.req;
  const verdict = await connect({
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
