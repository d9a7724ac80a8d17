/** Makes a copy of a request that is safe to log. */

import { bytesOf } from '../wasm/bytes.ts';
import { write } from '../wasm/input-buffer.ts';
import { guarded } from '../wasm/instance.ts';
import { forEachHeader } from './headers.ts';
import type { MigrateTokenRequest } from './request.ts';

/** Replaces a value. */
const REDACTED = '[redacted]';
/** Headers that are not secret. */
const HARMLESS_HEADERS = ['linked_account_id', 'content-type', 'content-length', 'accept', 'user-agent'];
/**
 * The keys of an auth_object that hold fields. An object under any other key is redacted as a whole, because its keys may
 * be secrets too.
 */
const AUTH_TYPES = ['oauth2', 'keybased'];

/** A request without secrets. */
export interface RedactedRequest {
  headers?: Record<string, string>;
  slug?: string;
  /** The members of the body; `"[redacted]"` if it is not a JSON object. */
  body?: unknown;
}

/**
 * Makes a copy of a request that is safe to log. It keeps the slug, the names of fields, the `linked_account_id` and
 * harmless headers. A slug or name that may be a secret becomes `"[hidden]"`, and so does an ID that starts like a token;
 * control characters are escaped, and only 64 characters are kept. Every other value becomes `"[redacted]"`, also objects
 * and arrays; `null` stays. A body that is a string or bytes is parsed, so that the copy has an object.
 *
 * @returns The copy. Only the members that the request has are in it.
 *
 * @throws TypeError if the request is not an object, or its headers are not headers; whatever a getter of the request or
 *   of its headers throws.
 *
 * @example
 * ```ts
 * console.error("rejected", JSON.stringify(redact(request)), verdict.issues);
 * ```
 */
export function redact(request: MigrateTokenRequest): RedactedRequest {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError('redact: the request must be an object { headers?, slug?, body }.');
  }
  const safe: RedactedRequest = {};
  if (typeof request.headers === 'object' && request.headers !== null) safe.headers = redactHeaders(request.headers);
  if (typeof request.slug === 'string') safe.slug = redactSlug(request.slug);
  if (request.body !== undefined) safe.body = redactBody(request.body);
  return safe;
}

function redactHeaders(headers: object): Record<string, string> {
  const safe: Record<string, string> = {};
  forEachHeader(headers, (name, value) => {
    const key = name.toLowerCase();
    if (value !== undefined && value !== null)
      set(safe, redactKey(name).toLowerCase(), HARMLESS_HEADERS.includes(key) ? kept(value) : REDACTED);
  });
  return safe;
}

function redactBody(body: unknown): unknown {
  const data = readJson(body);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return REDACTED;
  const safe: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    set(safe, redactKey(key), redactMember(key, value));
  }
  return safe;
}

function redactMember(key: string, value: unknown): unknown {
  if (key === 'slug') return typeof value === 'string' ? redactSlug(value) : REDACTED;
  if (key === 'linked_account_id') return Number.isFinite(value) ? value : kept(value);
  if (key !== 'auth_object') return redactValue(value);
  return redactEach(value, (name, member) =>
    AUTH_TYPES.includes(name) ? redactEach(member, (_, field) => redactValue(field)) : redactValue(member),
  );
}

/** Redacts each member of an object; redacts any other value as a whole. */
function redactEach(value: unknown, redactOne: (key: string, value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return redactValue(value);
  const safe: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) set(safe, redactKey(key), redactOne(key, member));
  return safe;
}

/** `null` stays: it is a common mistake, and not a secret. */
function redactValue(value: unknown): typeof REDACTED | null {
  return value === null ? null : REDACTED;
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

/** An ID or a harmless header; `[hidden]` if it starts like a token. */
function kept(value: unknown): string {
  if (typeof value !== 'string') return REDACTED;
  return guarded((glue) => glue.redactId(write(glue, value)));
}

/** Defines a member. Assigning to `__proto__` would set the prototype. */
function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** The slug, shortened and escaped; `[hidden]` if it may be a secret. */
function redactSlug(slug: string): string {
  return guarded((glue) => glue.redactSlug(write(glue, slug)));
}

/** The key, shortened and escaped; `[hidden]` if it may be a secret. */
export function redactKey(key: string): string {
  return guarded((glue) => glue.redactKey(write(glue, key)));
}
