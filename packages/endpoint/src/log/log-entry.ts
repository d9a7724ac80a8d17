/** What the endpoint tells of each request: enough to find it again, and nothing of what it carried. */
import { app } from 'auth-object';

/** One answered request. No header's value and no part of a body stands in it. */
export interface LogEntry {
  /** When it came, as ISO 8601 in UTC. */
  readonly time: string;
  readonly method: string;
  /** As it came; what is neither a word of the routes nor an app of the catalogue is `[redacted]`, as is the query. */
  readonly path: string;
  readonly status: number;
  /** From its arrival to its answer, in milliseconds; delays of faults included. */
  readonly ms: number;
  /** As in the answer, where one stands there; absent where none was made, as for a preflight of CORS. */
  readonly request_id?: string;
  /** By the key's prefix. */
  readonly environment?: 'test' | 'production';
  /** Where the request names one; `[redacted]` where the catalogue lacks it. */
  readonly slug?: string;
  /** Whether the answer is a fault that was asked for. */
  readonly fault?: true;
}

const REDACTED = '[redacted]';
/** The words of the routes. Any other may be an id or a key that somebody put in the wrong place. */
const WORDS = [
  ...['api', 'v1', 'v2', 'v3', 'public', 'migrate-token', 'auth-structure', 'application', 'linked-account'],
  ...['integration', 'save-key-credentials', '_local', 'health', 'reset', 'linked_account_id', 'slug'],
];
/** So many names of a query are shown. */
const MOST_NAMES = 16;

/** The path of a URL as it may be logged. */
export function loggedPath(url: URL): string {
  const parts = url.pathname.split('/');
  const path = parts.map((part, index) => (part === '' ? '' : isAccount(parts, index) ? REDACTED : word(part)));
  const names = [...url.searchParams.keys()].slice(0, MOST_NAMES).map((name) => `${word(name)}=${REDACTED}`);
  return path.join('/') + (names.length > 0 ? `?${names.join('&')}` : '');
}

/** A slug as it may be logged: one of the catalogue. */
export function loggedSlug(slug: string): string {
  return slug === 'custom' || app(slug) !== undefined ? slug : REDACTED;
}

/** Whether the part is an account's id, `/linked-account/ID`, which may be any word. */
function isAccount(parts: readonly string[], index: number): boolean {
  return parts[index - 1] === 'linked-account' && parts[index] !== 'integration';
}

function word(text: string): string {
  return WORDS.includes(text) ? text : loggedSlug(text);
}
