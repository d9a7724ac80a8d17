/** Checks one request or one form. */

import type { Slug } from '../catalog/auth-object.ts';
import { AuthObjectError } from '../error.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Answer } from '../wasm/answer.ts';
import { bytesOf, isA, isObjectLiteral } from '../wasm/bytes.ts';
import { writeAll } from '../wasm/input-buffer.ts';
import { guarded } from '../wasm/instance.ts';
import { contextFlags, formFlags, nowSeconds } from './context-flags.ts';
import { requireMembers } from './entries.ts';
import { acceptForm, acceptRequest } from './fast-path.ts';
import * as flag from './flags.ts';
import { type KnownHeaders, NO_HEADERS, readHeaders } from './headers.ts';
import { allLimits } from './limits.ts';
import { Lookups } from './lookups.ts';
import type { Context, FormOptions } from './options.ts';
import type { MigrateTokenRequest } from './request.ts';
import { type Fault, faultOf, NO_TEXT, TOO_LARGE } from './stringify-fault.ts';

/**
 * Checks the fields of a form: what the endpoint would answer if the headers were right (rules 4 to 6 and 8 to 13).
 *
 * The object is read as `JSON.stringify` would write it. A value that JSON cannot express (a cycle, a BigInt, a getter
 * that throws) gives the issue `invalid_json` with its path. Getters and `toJSON` may be called more than once.
 *
 * @param slug - The app. A value that is not a string gives the issue `slug_required`.
 * @param authObject - The `auth_object`, typed (`{ oauth2: { access_token } }`) or flat (`{ access_token }`).
 * @returns The verdict; never throws for what a user typed.
 * @throws TypeError if an option is unknown or has the wrong type, or the `auth_object` or a member of it is a FormData, a
 *   Map or URLSearchParams, which JSON writes as `{}`; AuthObjectError if there is not enough memory; whatever a getter or
 *   `has()` of the options throws.
 *
 * @example
 * ```ts
 * const verdict = checkAuthObject("netsuite", { keybased: { account_id: "1234567" } });
 * if (!verdict.ok) for (const { path, help } of verdict.issues) console.log(path, help);
 * ```
 */
export function checkAuthObject(slug: Slug | (string & {}), authObject: unknown, options?: FormOptions): Verdict {
  const flags = formFlags('checkAuthObject', options);
  const accepted = acceptForm(slug, authObject, flags, options);
  if (accepted !== undefined) return accepted;
  const verdict = check(NO_HEADERS, stringOf(slug), textOf({ auth_object: authObject }), flags, options);
  if (!verdict.ok) requireMembers('checkAuthObject', authObject, 1);
  return verdict;
}

/**
 * Checks a whole request: the response that the endpoint would give, every failure with its path, and hints.
 *
 * @param request - The headers, the body and, if it is not in the body, the slug. The body is a JavaScript object, which is
 *   read as `JSON.stringify` would write it, or JSON as a string or as bytes.
 * @param context - What you know about the service.
 * @returns The verdict; never throws for what a client sent.
 * @throws TypeError if an option is unknown or has the wrong type, the headers are not headers, or the body has not been
 *   read yet (a stream or a promise) or is a FormData, a Map or URLSearchParams; AuthObjectError if there is not enough
 *   memory; whatever a getter of the request, of its headers or of the context, or a `has()` of the context, throws.
 *
 * @example
 * ```ts
 * const verdict = checkRequest({
 *   headers: { "x-api-key": apiKey, linked_account_id: "account:12345" },
 *   body: { slug: "hubspot", auth_object: { oauth2: { access_token: token } } },
 * });
 * console.log(verdict.response.status, JSON.stringify(verdict.response.body));
 * ```
 */
export function checkRequest(request: MigrateTokenRequest, context?: Context): Verdict {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError('checkRequest: the request must be an object { headers, slug?, body }.');
  }
  const flags = contextFlags('checkRequest', context);
  const headers = readHeaders(request.headers);
  const { body } = request;
  const slug = stringOf(request.slug);
  const text = givenText(body);
  if (text !== undefined) return check(headers, slug, text, flags, context);
  const accepted = acceptRequest(headers, slug, body, flags, context);
  if (accepted !== undefined) return accepted;
  const verdict = check(headers, slug, textOf(body), flags, context);
  if (!verdict.ok) requireMembers('checkRequest', body);
  return verdict;
}

/** In UTF-16 units: the longest string of some engines is shorter. */
const LONGEST_STRING = 2 ** 29;

/** Lets the instance check. `body` is JSON text, or the reason why the value has none. */
function check(
  { apiKey, linkedAccountId }: Readonly<KnownHeaders>,
  slug: string | undefined,
  body: string | Uint8Array | Fault,
  flags: number,
  context: Context | undefined,
): Verdict {
  const SETS = flag.API_KEYS | flag.LINKED_ACCOUNTS | flag.INTEGRATIONS | flag.CUSTOM_APPS;
  const lookups = context !== undefined && (flags & SETS) !== 0 ? new Lookups(context) : undefined;
  const verification = context?.verification;
  // A getter may return something else than it did when the options were checked.
  const reason = typeof verification === 'object' ? stringOf(verification.rejected) : undefined;
  const requestId = stringOf(context?.requestId);
  const now = nowSeconds(context);
  const { requestBytes, nesting, keys } = allLimits(context?.limits);
  const isTooLong = (isText(body) ? body.length : 0) + (slug?.length ?? 0) > requestBytes;
  const sent = isTooLong ? { what: TOO_LARGE, path: [] } : body;
  const strings = [apiKey, linkedAccountId, isTooLong ? undefined : slug, reason, requestId] as const;
  try {
    return guarded((glue) => {
      const text = isText(sent) ? sent : undefined;
      const lengths = writeAll(glue, [...strings, text]) as [number, number, number, number, number, number];
      const [key, account, name, why, id, length] = lengths;
      const answer = new Answer<Verdict>();
      if (text !== undefined) {
        glue.check(flags, now, requestBytes, nesting, keys, key, account, name, why, id, length, lookups, answer);
        return answer.value;
      }
      const { what, path } = sent as Fault;
      // The engine could not make the JSON text, but the limit would allow it.
      if (what === TOO_LARGE && !isTooLong && requestBytes > LONGEST_STRING) throw new AuthObjectError('too_large');
      glue.checkUnserialisable(
        flags,
        now,
        requestBytes,
        nesting,
        keys,
        key,
        account,
        name,
        why,
        id,
        what,
        path,
        lookups,
        answer,
      );
      return answer.value;
    });
  } finally {
    // What has() threw comes first: it may be the reason why the call failed.
    lookups?.rethrow();
  }
}

function isText(body: string | Uint8Array | Fault): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value as JSON text, or the reason why it has none. */
function textOf(value: unknown): string | Fault {
  try {
    return JSON.stringify(value) ?? { what: NO_TEXT, path: [] };
  } catch (error) {
    return faultOf(value, error);
  }
}

/** The body if it is JSON text already; `undefined` if it is a value. */
function givenText(body: unknown): string | Uint8Array | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || isObjectLiteral(body)) return undefined;
  if (isUnread(body)) {
    throw new TypeError(
      'checkRequest: the body has not been read yet. Pass `await request.text()` or `await request.json()`.',
    );
  }
  return bytesOf(body);
}

/** Whether this is a body that must be read first. `JSON.stringify` would write each of these as `{}`. */
function isUnread(body: object): boolean {
  const { Blob, ReadableStream, Request, Response } = globalThis;
  const types = [Promise, ReadableStream, Request, Response, Blob];
  return types.some((type) => isA<object>(type, body)) || hasAsyncIterator(body);
}

function hasAsyncIterator(value: object): boolean {
  try {
    return Symbol.asyncIterator in value;
  } catch {
    return false;
  }
}
