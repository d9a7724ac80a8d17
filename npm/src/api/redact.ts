/** A request that is safe to log. */

import { answerText } from '../answer.js';
import { bytesOf } from '../bytes.js';
import { running } from '../engine.js';
import { forEachHeader } from '../headers.js';
import { putAlone } from '../input.js';
import type { MigrateTokenRequest } from '../types/request.js';

/** What stands in the place of a value. */
const REDACTED = '[redacted]';
/** Nothing this deep is needed in a log. */
const MAX_DEPTH = 16;
/** Headers that say nothing secret. */
const PLAIN_HEADERS = ['linked_account_id', 'content-type', 'content-length', 'accept', 'user-agent'];
/** Members of the body that say nothing secret. */
const PLAIN_MEMBERS = ['slug', 'linked_account_id'];

/** A request without its secrets: plain data. */
export interface RedactedRequest {
  headers?: Record<string, string>;
  slug?: string;
  /** The members of the body; `"[redacted]"` where it is no JSON object. */
  body?: unknown;
}

/**
 * A copy of a request that is safe to log: every header but harmless ones, every value of the auth_object and every
 * other member of the body is `"[redacted]"`; `slug`, `linked_account_id` and the names of keys stay, except names
 * that look like a secret themselves (`"[hidden]"`). Text and bytes are read as JSON and come back as an object.
 *
 * @throws TypeError where the request is no object, or its headers are none.
 *
 * @example
 * ```ts
 * console.error("refused", JSON.stringify(redact(request)), verdict.issues);
 * ```
 */
export function redact(request: MigrateTokenRequest): RedactedRequest {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError('redact: the request must be an object { headers?, slug?, body }.');
  }
  const safe: RedactedRequest = {};
  if (typeof request.headers === 'object' && request.headers !== null) safe.headers = redactHeaders(request.headers);
  if (typeof request.slug === 'string') safe.slug = shown(request.slug);
  if (request.body !== undefined) safe.body = redactBody(request.body);
  return safe;
}

function redactHeaders(headers: object): Record<string, string> {
  const safe: Record<string, string> = {};
  forEachHeader(headers, (name, value) => {
    const key = name.toLowerCase();
    if (value !== undefined && value !== null)
      set(safe, shown(key), PLAIN_HEADERS.includes(key) ? plain(value) : REDACTED);
  });
  return safe;
}

function redactBody(body: unknown): unknown {
  const data = readJson(body);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return REDACTED;
  const safe: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    set(safe, shown(key), PLAIN_MEMBERS.includes(key) ? plain(value) : redacted(value, 0));
  }
  return safe;
}

function readJson(body: unknown): unknown {
  try {
    const bytes = bytesOf(body);
    const text = typeof body === 'string' ? body : bytes ? new TextDecoder().decode(bytes) : JSON.stringify(body);
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value without its texts and numbers; `null` stays, as it is a common mistake and says nothing. */
function redacted(value: unknown, depth: number): unknown {
  if (value === null) return null;
  if (typeof value !== 'object' || depth === MAX_DEPTH) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1));
  const safe: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) set(safe, shown(key), redacted(member, depth + 1));
  return safe;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? shown(value) : REDACTED;
}

/** Defines the member: an assignment to `__proto__` would set the prototype. */
function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A name as it may be shown: cut, escaped, and hidden where it looks like a secret. */
function shown(name: string): string {
  running().shown(putAlone(name));
  return answerText();
}
