/** Requests that stay with the server that was asked. */
import { RequestError } from './retry.ts';

/** More redirects are a loop, or a mistake of the server. */
const MOST_REDIRECTS = 3;

/**
 * Requests JSON. Follows redirects to the same host and port only, and never from https to http.
 *
 * @throws RequestError if it is redirected to somewhere else or too often; whatever fetch throws.
 */
export async function fetchFromSameHost(address: string, signal: AbortSignal): Promise<Response> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel();
    if (redirects === MOST_REDIRECTS) throw new RequestError(`more than ${MOST_REDIRECTS} redirects`, response);
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    const fault = redirectFault(url, next);
    if (next === undefined || fault !== undefined) throw new RequestError(`it redirects to ${fault}`, response);
    url = next;
  }
}

/** Why a redirect is not followed, if it is not. The name of a host contains nothing that a terminal could misread. */
export function redirectFault(from: URL, to: URL | undefined): string | undefined {
  if (to === undefined) return 'an invalid address';
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) {
    return to.protocol === 'http:' ? 'http, which is not encrypted' : 'an address that is not http';
  }
  if (to.username + to.password !== '') return 'an address with a user or password';
  return to.host === from.host ? undefined : `another host, ${to.host}`;
}
