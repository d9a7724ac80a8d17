/** Who asks: the key, its environment, and the linked account of a request. */
import type { Context } from 'hono';
import type { Endpoint, Env } from './env.ts';
import type { Environment } from './store.ts';

const BLANK = /^\p{White_Space}*$/u;

/** Whether a text is empty, or nothing but white space. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Whether the key is one of those that are valid. */
export function isKnownKey(endpoint: Endpoint, request: Request): boolean {
  const key = request.headers.get('x-api-key') ?? '';
  return !isBlank(key) && (endpoint.options.apiKeys?.includes(key) ?? true);
}

/** The environment that the key belongs to, by its prefix; the log is told. */
export function environmentOf(endpoint: Endpoint, context: Context<Env>): Environment {
  const prefix = context.req.header('x-api-key')?.slice(0, 2);
  const environment = prefix === 'pk' ? 'production' : prefix === 'tk' ? 'test' : endpoint.options.environment;
  context.set('environment', environment);
  return environment;
}

/** The header `linked_account_id`; `undefined` where it is absent or blank. */
export function linkedAccountId(request: Request): string | undefined {
  const id = request.headers.get('linked_account_id');
  return id === null || isBlank(id) ? undefined : id;
}
