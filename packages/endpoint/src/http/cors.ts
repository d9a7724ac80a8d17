/** Which web pages of other origins may call the endpoint. */
import { cors } from 'hono/cors';
import type { Middleware } from '../endpoint.ts';

/** The option as a list; `"*"` allows all origins. */
export function allowedOrigins(option: boolean | string | readonly string[] | undefined): readonly string[] {
  if (option === undefined || option === false) return [];
  if (option === true) return ['*'];
  return typeof option === 'string' ? [option] : option;
}

/** Allows pages of these origins, with any header. */
export function corsMiddleware(origins: readonly string[]): Middleware {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    exposeHeaders: ['retry-after'],
  });
}
