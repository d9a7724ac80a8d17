/** `/_local/`: routes for tests, which the platform does not have. */
import type { Context } from 'hono';
import type { Endpoint, Env, Middleware } from '../endpoint.ts';
import { answer } from '../http/answers.ts';
import { hasValidKey } from '../http/caller.ts';
import { refuse, respond } from '../http/respond.ts';

/** Answers as soon as the endpoint runs. */
export function getHealth(): Response {
  return respond(answer('success'));
}

/** Who may use the routes after `health`. They concern all accounts, and the state may be in a file. */
export function ownerOnly(endpoint: Endpoint): Middleware {
  return async (context, next) => {
    if (context.env.localRoutesOff) return refuse(context, 'local_routes_off');
    const needsKey = endpoint.options.apiKeys !== undefined;
    if (needsKey && !hasValidKey(endpoint, context.req.raw)) return respond(answer('invalid_credentials'));
    return next();
  };
}

/**
 * Returns to the state that the endpoint started with.
 *
 * @param origins - Whose web pages may do so. Any page can send this request, and the state may be in a file.
 */
export async function resetState(
  context: Context<Env>,
  origins: readonly string[],
  reset: () => Promise<void>,
): Promise<Response> {
  const origin = context.req.header('origin');
  const { origin: own } = new URL(context.req.url);
  // A page of a TLS proxy has the same host, and https.
  const isOwn = origin === own || origin === own.replace(/^http:/, 'https:');
  if (origin !== undefined && !isOwn && !origins.includes(origin) && !origins.includes('*')) {
    return refuse(context, 'foreign_origin');
  }
  await reset();
  return respond(answer('success'));
}
