/** What the log reports of a request: enough to find it, and nothing that might be secret. */
import { app } from 'auth-object';

/** A request and its answer. It contains no header value and no part of a body. */
export interface LogEntry {
  /** When the request arrived: ISO 8601, in UTC. */
  readonly time: string;
  /** `[redacted]` if it is not a method of HTTP. */
  readonly method: string;
  /** The path; segments that are neither part of a route nor an app of the catalogue, and all query values, are `[redacted]`. */
  readonly path: string;
  readonly status: number;
  /** From arrival to answer, in milliseconds, with delays of faults. */
  readonly ms: number;
  /** The `request_id`; absent for an answer without one, such as a CORS preflight. */
  readonly request_id?: string;
  /** The environment of the API key, by its prefix. */
  readonly environment?: 'test' | 'production';
  /** The app that the request names; `[redacted]` if it is not in the catalogue. */
  readonly slug?: string;
  /** Set if the answer is a fault. */
  readonly fault?: true;
  /**
   * Set if the request is refused, whatever it asks for: it has no valid host, a host or a page's origin that is not
   * allowed, or uses a route under `/_local/` that is off. A browser may show only a CORS error for it.
   */
  readonly refusal?: 'invalid_host' | 'foreign_host' | 'foreign_origin' | 'local_routes_off';
}

const REDACTED = '[redacted]';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT'];
/** The segments of the routes. Any other may be an id or a key in the wrong place. */
const SEGMENTS = [
  ...['api', 'v1', 'v2', 'v3', 'public', 'migrate-token', 'auth-structure', 'application', 'linked-account'],
  ...['integration', 'save-key-credentials', '_local', 'health', 'reset', 'linked_account_id', 'slug'],
];
/** The most names of query parameters that an entry lists. */
const MOST_NAMES = 16;

/** A method of HTTP. A client may send any word. */
export function redactedMethod(method: string): string {
  return METHODS.includes(method) ? method : REDACTED;
}

/** The path and the query of a URL, redacted. */
export function redactedPath(url: URL): string {
  const parts = url.pathname.split('/');
  const path = parts.map((part, index) => {
    if (part === '') return '';
    return isAccountId(parts, index) ? REDACTED : redactedSegment(part);
  });
  const names = [...url.searchParams.keys()].slice(0, MOST_NAMES).map((name) => `${redactedSegment(name)}=${REDACTED}`);
  return path.join('/') + (names.length > 0 ? `?${names.join('&')}` : '');
}

/** A slug, if it is in the catalogue. */
export function redactedSlug(slug: string): string {
  return slug === 'custom' || app(slug) !== undefined ? slug : REDACTED;
}

/** Whether the part is the id in `/linked-account/ID`. It is redacted even if it equals a segment of a route. */
function isAccountId(parts: readonly string[], index: number): boolean {
  return parts[index - 1] === 'linked-account' && parts[index] !== 'integration';
}

function redactedSegment(text: string): string {
  return SEGMENTS.includes(text) ? text : redactedSlug(text);
}
