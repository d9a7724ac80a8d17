/** `/_local/`: routes for tests, which the platform does not have. */
import type { Context } from 'hono';
import type { Env } from '../endpoint.ts';
import { answer } from '../http/answers.ts';
import { respond } from '../http/respond.ts';

/** Answers as soon as the endpoint runs. */
export function getHealth(): Response {
  return respond(answer('success'));
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
  const own = new URL(context.req.url).origin;
  if (origin !== undefined && origin !== own && !origins.includes(origin) && !origins.includes('*')) {
    return respond(answer('foreign_page', context.get('requestId')));
  }
  await reset();
  return respond(answer('success'));
}
