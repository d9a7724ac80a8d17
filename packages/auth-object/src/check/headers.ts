/** Reads the two headers that the endpoint needs from any form of headers. */

/**
 * Headers: a `Headers` object, an object such as Node's `request.headers` (values are strings or arrays), or pairs of name
 * and value. Names may be in any case. The type is structural, so that it needs neither the DOM's types nor Node's.
 */
export type HeadersLike =
  | { forEach(call: (value: string, name: string) => void): void }
  | Iterable<readonly [name: string, value: string]>
  | { readonly [name: string]: string | number | boolean | readonly string[] | null | undefined };

/** The two headers; `undefined` if absent. */
export interface KnownHeaders {
  apiKey: string | undefined;
  linkedAccountId: string | undefined;
}

/** For calls without headers. */
export const NO_HEADERS: Readonly<KnownHeaders> = { apiKey: undefined, linkedAccountId: undefined };

const API_KEY = 'x-api-key';
const LINKED_ACCOUNT_ID = 'linked_account_id';
const WRONG =
  'auth-object: headers must be a Headers object, a plain object such as { "x-api-key": key, linked_account_id: id }, or an iterable of [name, value] pairs.';

/**
 * Reads the headers as an HTTP server does: it joins repeated ones with ", " and removes outer white space, except
 * around a single `linked_account_id`.
 *
 * @throws TypeError if these are not headers.
 */
export function readHeaders(headers: unknown): KnownHeaders {
  const found: KnownHeaders = { apiKey: undefined, linkedAccountId: undefined };
  if (headers === undefined || headers === null) return found;
  if (typeof headers !== 'object') throw new TypeError(WRONG);
  if (isRecord(headers)) {
    for (const name of Object.keys(headers)) take(found, name, headers[name]);
  } else {
    forEachHeader(headers, (name, value) => take(found, name, value));
  }
  return found;
}

function take(found: KnownHeaders, name: string, value: unknown): void {
  if (name === API_KEY || (name.length === API_KEY.length && name.toLowerCase() === API_KEY)) {
    found.apiKey = joined(found.apiKey, value);
  } else if (
    name === LINKED_ACCOUNT_ID ||
    (name.length === LINKED_ACCOUNT_ID.length && name.toLowerCase() === LINKED_ACCOUNT_ID)
  ) {
    const before = found.linkedAccountId;
    // The instance removes the white space around it, and has a hint about it.
    const isWhole = before === undefined && typeof value === 'string';
    found.linkedAccountId = isWhole ? value : joined(before === undefined ? before : trimmed(before), value);
  }
}

/** Calls back with the name and value of every header. */
export function forEachHeader(headers: object, call: (name: string, value: unknown) => void): void {
  if (isRecord(headers)) {
    for (const name of Object.keys(headers)) call(name, headers[name]);
  } else if (isIterable(headers)) {
    for (const pair of headers) {
      if (!Array.isArray(pair) || typeof pair[0] !== 'string') throw new TypeError(WRONG);
      call(pair[0], pair[1]);
    }
  } else {
    (headers as HeadersByCall).forEach((value, name) => {
      call(String(name), value);
    });
  }
}

/** The headers of some runtimes, which are not iterable. */
interface HeadersByCall {
  forEach(call: (value: unknown, name: unknown) => void): void;
}

function isIterable(headers: object): headers is Iterable<unknown> {
  return typeof (headers as Iterable<unknown>)[Symbol.iterator] === 'function';
}

function isRecord(headers: object): headers is Record<string, unknown> {
  return !isIterable(headers) && typeof (headers as HeadersByCall).forEach !== 'function';
}

function joined(before: string | undefined, value: unknown): string | undefined {
  if (before === undefined && typeof value === 'string') return trimmed(value);
  let all = before;
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean') continue;
    const text = trimmed(String(item));
    all = all === undefined ? text : `${all}, ${text}`;
  }
  return all;
}

/** Removes the white space that HTTP allows around a value. Other white space stays and is checked. */
function trimmed(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

function isHttpWhitespace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
