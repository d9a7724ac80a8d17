/** Which pages of other origins may call. */
import { cors } from 'hono/cors';
import type { Middleware } from './env.ts';

/** The option as a list; `"*"` is all. */
export function allowedOrigins(option: boolean | string | readonly string[] | undefined): readonly string[] {
  if (option === undefined || option === false) return [];
  if (option === true) return ['*'];
  return typeof option === 'string' ? [option] : option;
}

/** The middleware for pages of these origins; every header of theirs is allowed. */
export function corsMiddleware(origins: readonly string[]): Middleware {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    exposeHeaders: ['retry-after'],
  });
}
