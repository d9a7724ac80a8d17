/** `PUT /api/v2/public/linked-account/integration/save-key-credentials/{slug}`: the body is the key-based fields. */
import { checkRequest } from 'auth-object';
import type { Context } from 'hono';
import { credentialsOf } from '../credentials/credentials.ts';
import type { Endpoint, Env } from '../endpoint.ts';
import { answer } from '../http/answers.ts';
import { jsonObject } from '../http/body.ts';
import { environmentOf, hasValidKey, linkedAccountId } from '../http/caller.ts';
import { respond } from '../http/respond.ts';
import { connectApp } from './connect-app.ts';

/** The documents show only the verifier's rejection here, so the other rejections are those of migrate-token. */
export async function saveKeyCredentials(
  endpoint: Endpoint,
  context: Context<Env>,
  body: Uint8Array,
): Promise<Response> {
  const { raw: request } = context.req;
  const { headers } = request;
  const requestId = context.get('requestId');
  const environment = environmentOf(endpoint, context);
  if (!hasValidKey(endpoint, request)) return respond(answer('invalid_credentials'));
  const fields = jsonObject(body);
  if (fields === undefined) return respond(checkRequest({ headers, body }, { requestId, hints: false }).response);
  const slug = context.req.param('slug') ?? '';
  context.set('slug', slug);
  const authObject = { keybased: fields };
  const verdict = await connectApp({
    endpoint: { ...endpoint, options: { ...endpoint.options, shape: 'typed' } },
    request: { headers, body: { slug, auth_object: authObject } },
    requestId,
    environment,
    accountId: linkedAccountId(request),
    credentials: (accepted) => credentialsOf(authObject, accepted),
  });
  return respond(verdict.ok ? answer('success') : verdict.response);
}
