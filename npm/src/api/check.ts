/** One request, or one form. */
import { bytesOf, isA, isPlain } from '../bytes.js';
import { contextFlags, formFlags, holds } from '../context.js';
import { giveFacts, isVisible, takeFacts } from '../facts.js';
import * as flag from '../flags.js';
import { withFrame } from '../frame.js';
import { type KnownHeaders, NO_HEADERS, readHeaders } from '../headers.js';
import { readAuthObject, readBody } from '../reader.js';
import type { Slug } from '../types/app.js';
import type { Context, FormOptions } from '../types/context.js';
import type { MigrateTokenRequest } from '../types/request.js';
import type { Verdict } from '../types/verdict.js';
import { judgeFacts, judgeText } from '../verdict.js';

/**
 * What the endpoint would answer to an auth_object, without the headers: rules 4 to 6 and 8 to 13. For a form.
 *
 * The object is read as `JSON.stringify` would send it; a value that cannot be sent (a cycle, a BigInt, a getter
 * that throws) is the issue `invalid_json` (rule 3) at its place.
 *
 * @param slug - The app; anything but a text is the issue `slug_required`.
 * @param authObject - What would be sent as `auth_object`.
 * @throws TypeError if an option is unknown or has the wrong type.
 *
 * @example
 * ```ts
 * const verdict = checkAuthObject("netsuite", { keybased: { account_id: "1234567" } });
 * if (!verdict.ok) for (const { path, help } of verdict.issues) console.log(path, help);
 * ```
 */
export function checkAuthObject(slug: Slug | (string & {}), authObject: unknown, options?: FormOptions): Verdict {
  const flags = formFlags('checkAuthObject', options) | flag.FORM;
  const name = typeof slug === 'string' ? slug : undefined;
  const facts = takeFacts();
  readAuthObject(facts, authObject);
  const verdict = judgeFacts(facts, NO_HEADERS, flags, name, isUsual(flags, options), options);
  giveFacts(facts);
  return verdict;
}

/**
 * What the endpoint would answer to a request: status and body word for word, every failure with its place, hints.
 *
 * The memory that a long body took stays with the library for the next one.
 *
 * @param request - The headers, the slug where it stands beside the body, and the body: a JS object (read as
 *   `JSON.stringify` would send it), or JSON text as a string or as bytes. At most 512 MiB.
 * @throws TypeError for an option that there is not, headers that are none, or a body that has not been read yet
 *   (a stream, a promise).
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
  let flags = contextFlags('checkRequest', context);
  const headers = readHeaders(request.headers);
  if (context !== undefined) flags |= knownFlags(context, headers);
  const { body } = request;
  const slug = typeof request.slug === 'string' ? request.slug : undefined;
  const text = textOf(body);
  if (text !== undefined) {
    return withFrame((frame) => {
      frame.head(headers, slug, context);
      return judgeText(frame, text, flags, context);
    });
  }
  const areVisible = isVisible(headers.apiKey) && isVisible(headers.linkedAccountId);
  const facts = takeFacts();
  readBody(facts, body);
  const verdict = judgeFacts(facts, headers, flags, slug, areVisible && isUsual(flags, context), context);
  giveFacts(facts);
  return verdict;
}

/** Whether the flags say all of the context that a decision may hang on. */
function isUsual(flags: number, context: Context | undefined): boolean {
  const isKnown = (flags & flag.LINKED_ACCOUNTS) === 0 || (flags & flag.LINKED_ACCOUNT_KNOWN) !== 0;
  return isKnown && (flags & flag.REJECTED) === 0 && context?.customApps === undefined;
}

function knownFlags(context: Context, { apiKey, linkedAccountId }: KnownHeaders): number {
  let flags = 0;
  if (context.apiKeys !== undefined) {
    flags |= flag.API_KEYS;
    if (apiKey !== undefined && context.apiKeys.includes(apiKey)) flags |= flag.API_KEY_KNOWN;
  }
  if (context.linkedAccounts !== undefined) {
    flags |= flag.LINKED_ACCOUNTS;
    if (linkedAccountId !== undefined && holds('linkedAccounts', context.linkedAccounts, linkedAccountId)) {
      flags |= flag.LINKED_ACCOUNT_KNOWN;
    }
  }
  return flags;
}

/** A body that is JSON text already; `undefined` for one that is a value. */
function textOf(body: unknown): string | Uint8Array | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null || isPlain(body)) return undefined;
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
