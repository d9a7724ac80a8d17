/** One request, or one form. */

import type { Slug } from '../catalog/auth-object.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { Answer } from '../wasm/answer.ts';
import { bytesOf, isA, isObjectLiteral } from '../wasm/bytes.ts';
import { writeAll } from '../wasm/input-buffer.ts';
import { guarded } from '../wasm/instance.ts';
import { contextFlags, formFlags, nowSeconds } from './context-flags.ts';
import { acceptForm, acceptRequest } from './fast-path.ts';
import * as flag from './flags.ts';
import { type KnownHeaders, NO_HEADERS, readHeaders } from './headers.ts';
import { Lookups } from './lookups.ts';
import type { Context, FormOptions } from './options.ts';
import type { MigrateTokenRequest } from './request.ts';
import { type Fault, faultOf, NO_TEXT } from './stringify-fault.ts';

/**
 * What the endpoint would answer to an auth_object, without the headers: rules 4 to 6 and 8 to 13. For a form.
 *
 * The object is read as `JSON.stringify` would send it; a value that cannot be sent (a cycle, a BigInt, a getter
 * that throws) is the issue `invalid_json` (rule 3) at its place. Getters and `toJSON` may be called more than once.
 *
 * @param slug - The app; anything but a string is the issue `slug_required`.
 * @param authObject - What would be sent as `auth_object`.
 * @throws TypeError if an option is unknown or has the wrong type; AuthObjectError if there is not enough memory.
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
  const name = typeof slug === 'string' ? slug : undefined;
  return check(NO_HEADERS, name, textOf({ auth_object: authObject }), flags, options);
}

/**
 * What the endpoint would answer to a request: status and body word for word, every failure with its place, hints.
 *
 * @param request - The headers, the slug if it stands beside the body, and the body: a JS object (read as
 *   `JSON.stringify` would send it), or JSON text as a string or as bytes.
 * @throws TypeError if an option is unknown, the headers are not headers, or the body has not been read yet (a stream, a
 *   promise); AuthObjectError if there is not enough memory; what a `has()` of the context throws.
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
  const slug = typeof request.slug === 'string' ? request.slug : undefined;
  const text = givenText(body);
  if (text !== undefined) return check(headers, slug, text, flags, context);
  return acceptRequest(headers, slug, body, flags, context) ?? check(headers, slug, textOf(body), flags, context);
}

/** Asks the instance. `body` is JSON text, or why there is none. */
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
  const reason = typeof verification === 'object' ? verification.rejected : undefined;
  const strings = [apiKey, linkedAccountId, slug, reason, context?.requestId] as const;
  const now = nowSeconds(context);
  try {
    return guarded((glue) => {
      const text = typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
      const lengths = writeAll(glue, [...strings, text]) as [number, number, number, number, number, number];
      const [key, account, name, why, id, length] = lengths;
      const answer = new Answer<Verdict>();
      if (text !== undefined) {
        glue.check(flags, now, key, account, name, why, id, length, lookups, answer);
        return answer.value;
      }
      const { what, path } = body as Fault;
      glue.checkUnserialisable(flags, now, key, account, name, why, id, what, path, lookups, answer);
      return answer.value;
    });
  } finally {
    // What has() threw comes first: it may be the reason why the call failed.
    lookups?.rethrow();
  }
}

/** The value as JSON text, or why it has none. */
function textOf(value: unknown): string | Fault {
  try {
    return JSON.stringify(value) ?? { what: NO_TEXT, path: [] };
  } catch (error) {
    return faultOf(value, error);
  }
}

/** A body that is JSON text already; `undefined` for one that is a value. */
function givenText(body: unknown): string | Uint8Array | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || isObjectLiteral(body)) return undefined;
  if (isUnread(body)) {
    throw new TypeError(
      'checkRequest: the body has not been read yet; hand over `await request.text()` or `await request.json()`.',
    );
  }
  return bytesOf(body);
}

/** What a caller takes for a body before it is one; each of these would be sent as `{}`. */
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
