/** Which web pages of other origins may call the endpoint. */
import { cors } from 'hono/cors';
import type { Middleware } from '../endpoint.ts';

/**
 * Whether a string names an origin: a scheme, a host and perhaps a port, without a path, wildcards or lists. A slash may
 * follow, as in the addresses that development servers print. `"*"` names all.
 */
export function isOrigin(text: string): boolean {
  return text === '*' || (/^[a-z][a-z\d+.-]*:\/\/[^/?#@\\\s*,]+\/?$/i.test(text) && URL.canParse(text));
}

/** The option as a list of origins as browsers write them; `"*"` allows all origins. */
export function allowedOrigins(option: boolean | string | readonly string[] | undefined): readonly string[] {
  if (option === undefined || option === false) return [];
  if (option === true) return ['*'];
  return (typeof option === 'string' ? [option] : option).map((one) => (one === '*' ? one : asBrowsersWriteIt(one)));
}

/** In lower case, and without the default port. */
function asBrowsersWriteIt(origin: string): string {
  const { protocol, host } = new URL(origin);
  return `${protocol}//${host}`;
}

/** Allows pages of these origins, with any header. */
export function corsMiddleware(origins: readonly string[]): Middleware {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    exposeHeaders: ['retry-after'],
  });
}
