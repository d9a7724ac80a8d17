/** Who sends a request: the API key, its environment, and the linked account. */
import type { Context } from 'hono';
import type { Endpoint, Env } from '../endpoint.ts';
import type { Environment } from '../stores/store.ts';

const BLANK = /^\p{White_Space}*$/u;

/** Whether a string is empty or white space only. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Whether the request has a valid API key. */
export function hasValidKey(endpoint: Endpoint, request: Request): boolean {
  const key = request.headers.get('x-api-key') ?? '';
  return !isBlank(key) && (endpoint.options.apiKeys?.includes(key) ?? true);
}

/** The environment of the API key, by the key's prefix. It is kept for the log. */
export function environmentOf(endpoint: Endpoint, context: Context<Env>): Environment {
  const prefix = context.req.header('x-api-key')?.slice(0, 2);
  const environment = prefix === 'pk' ? 'production' : prefix === 'tk' ? 'test' : endpoint.options.environment;
  context.set('environment', environment);
  return environment;
}

/** The header `linked_account_id`; `undefined` if it is missing or blank. */
export function linkedAccountId(request: Request): string | undefined {
  const id = request.headers.get('linked_account_id');
  return id === null || isBlank(id) ? undefined : id;
}
