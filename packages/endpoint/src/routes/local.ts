/** `/_local/`: what a test or a person asks the endpoint itself. */
import type { Context } from 'hono';
import { answer } from '../answers.ts';
import type { Env } from '../env.ts';
import { respond } from '../respond.ts';

/** Whether it is there. */
export function getHealth(): Response {
  return respond(answer('success'));
}

/**
 * Back to the state it started with.
 *
 * @param origins - Whose pages may ask for it. Any page can send this request, and the state may be in a file.
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
