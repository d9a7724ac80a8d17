/**
 * The fast path accepts a request without hints by a table of the app's fields, without a call of the instance. For every
 * other request it returns `undefined`, and the instance decides.
 */

import type { AcceptedBody } from '../verdict/response.ts';
import type { AcceptedVerdict, UncheckedCode } from '../verdict/verdict.ts';
import { writeAscii } from '../wasm/input-buffer.ts';
import { cacheVersion, guarded } from '../wasm/instance.ts';
import {
  type AppBits,
  type AuthTypeBits,
  appOf,
  currentTables,
  type FieldBits,
  type Tables,
} from './fast-path-tables.ts';
import * as flag from './flags.ts';
import type { KnownHeaders } from './headers.ts';
import { holds } from './lookups.ts';
import type { Context, FormOptions } from './options.ts';
import { isOrdinary, isOrdinaryId } from './ordinary-value.ts';

/**
 * In UTF-16 units. JSON has at most six bytes for a unit, so a request of shorter strings, of which an app has at most 31,
 * is within the default limits.
 */
const LONG = 1 << 16;

/** The verdict about a form that is accepted without hints; `undefined` for any other. */
export function acceptForm(
  slug: unknown,
  authObject: unknown,
  flags: number,
  options: FormOptions | undefined,
): AcceptedVerdict | undefined {
  try {
    return hasCleanPrototype() ? accept(slug, authObject, flags, options) : undefined;
  } catch {
    // A getter or has() threw, or the instance failed: the instance decides, perhaps a fresh one.
    return undefined;
  }
}

/** The same for a request; `slugBeside` is the slug beside the body. */
export function acceptRequest(
  headers: Readonly<KnownHeaders>,
  slugBeside: string | undefined,
  body: unknown,
  flags: number,
  context: Context | undefined,
): AcceptedVerdict | undefined {
  if (!isVisible(headers.apiKey) || !isVisible(headers.linkedAccountId)) return undefined;
  if (slugBeside !== undefined && !isShort(slugBeside)) return undefined;
  try {
    if (typeof body !== 'object' || body === null || !hasCleanPrototype() || !isSentAsIs(body)) return undefined;
    let slug: unknown;
    let authObject: unknown;
    for (const key in body) {
      const member: unknown = (body as Record<string, unknown>)[key];
      if (key === 'slug') slug = member;
      else if (key === 'auth_object') authObject = member;
      else if (key !== 'linked_account_id' || !isShort(member)) return undefined;
    }
    const wantsHints = (flags & flag.NO_HINTS) === 0;
    if (wantsHints && !isOrdinaryId(headers.linkedAccountId as string, currentTables())) return undefined;
    const verdict = accept(slug === undefined ? slugBeside : slug, authObject, flags, context);
    return verdict !== undefined && areKnown(headers, context) ? verdict : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the caller's sets have the values of the two headers. */
function areKnown({ apiKey, linkedAccountId }: Readonly<KnownHeaders>, context: Context | undefined): boolean {
  if (context === undefined) return true;
  const { apiKeys, linkedAccounts } = context;
  return (
    (apiKeys === undefined || (isAscii(apiKey as string) && apiKeys.includes(apiKey as string))) &&
    (linkedAccounts === undefined ||
      (isAscii(linkedAccountId as string) && holds('linkedAccounts', linkedAccounts, linkedAccountId as string)))
  );
}

/** Whether a string is ASCII. Others may have lone surrogates, which the instance reads as U+FFFD. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

function accept(
  slug: unknown,
  authObject: unknown,
  flags: number,
  options: FormOptions | undefined,
): AcceptedVerdict | undefined {
  if (typeof slug !== 'string' || typeof authObject !== 'object' || authObject === null) return undefined;
  if ((flags & (flag.CUSTOM_APPS | flag.REJECTED)) !== 0 || options?.limits !== undefined) return undefined;
  if (!isSentAsIs(authObject)) return undefined;
  const known = currentTables();
  const app = appOf(known, slug);
  if (app === undefined) return undefined;
  const current = cacheVersion;

  let inner: unknown;
  let only = '';
  let count = 0;
  for (const key in authObject) {
    if (count++ > 0) break;
    only = key;
    inner = (authObject as Record<string, unknown>)[key];
  }
  if (count === 0) return undefined;
  const isTyped = typeof inner === 'object';
  if ((flags & (isTyped ? flag.FLAT : flag.TYPED)) !== 0) return undefined;
  if (isTyped && (count > 1 || inner === null || !isSentAsIs(inner as object))) return undefined;
  const fields = (isTyped ? inner : authObject) as Record<string, unknown>;
  const type = isTyped ? typed(app, only, fields) : flat(app, fields);
  if (type === undefined || !areFine(known, app, type, fields, flags)) return undefined;

  let message = known.messages.typed;
  if (!isTyped) {
    const integrations = options?.integrations;
    const isThere = integrations !== undefined && holds('integrations', integrations, slug);
    const [before, after] = isThere ? known.messages.updated : known.messages.created;
    message = before + slug + after;
  }
  // A getter or has() may have registered an app, or ended the instance.
  if (cacheVersion !== current) return undefined;
  return {
    ok: true,
    slug,
    authType: type.name,
    shape: isTyped ? 'typed' : 'flat',
    basis: type.basis,
    response: { status: 200, body: { success: true, message: message as AcceptedBody['message'] } },
    hints: [],
    unchecked: uncheckedOf(flags),
  };
}

function uncheckedOf(flags: number): UncheckedCode[] {
  if ((flags & (flag.API_KEYS | flag.LINKED_ACCOUNTS | flag.VERIFIED)) === 0) {
    return ['invalid_credentials', 'linked_account_not_found', 'verification_failed'];
  }
  const unchecked: UncheckedCode[] = [];
  if ((flags & flag.API_KEYS) === 0) unchecked.push('invalid_credentials');
  if ((flags & flag.LINKED_ACCOUNTS) === 0) unchecked.push('linked_account_not_found');
  if ((flags & flag.VERIFIED) === 0) unchecked.push('verification_failed');
  return unchecked;
}

/** Whether `Object.prototype` has no enumerable members and no `toJSON`. */
function hasCleanPrototype(): boolean {
  for (const _ in Object.prototype) return false;
  return (Object.prototype as { toJSON?: unknown }).toJSON === undefined;
}

/** Whether `JSON.stringify` writes exactly the members that `for … in` lists. */
function isSentAsIs(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    (value as { toJSON?: unknown }).toJSON === undefined &&
    !Array.isArray(value)
  );
}

/** The auth type with this name, if the fields are complete and allowed. */
function typed({ types }: AppBits, name: string, fields: object): AuthTypeBits | undefined {
  for (const type of types) {
    if (type.name === name) return isComplete(type, maskOf(type, fields)) ? type : undefined;
  }
  return undefined;
}

/** The first auth type for which the fields are complete and allowed; `undefined` also if one is a client field. */
function flat({ types }: AppBits, fields: object): AuthTypeBits | undefined {
  for (const type of types) {
    const mask = maskOf(type, fields);
    if (mask === -1) continue;
    if ((mask & type.clients) !== 0) return undefined;
    if (isComplete(type, mask)) return type;
  }
  return undefined;
}

/** The bits of the fields; -1 if one is unknown. */
function maskOf({ fields }: AuthTypeBits, object: object): number {
  let mask = 0;
  for (const name in object) {
    const field = fields.get(name);
    if (field === undefined) return -1;
    mask |= field.bit;
  }
  return mask;
}

function isComplete({ required, sets }: AuthTypeBits, mask: number): boolean {
  if (mask === -1 || (required & ~mask) !== 0) return false;
  for (const set of sets) if ((set & ~mask) === 0) return true;
  return sets.length === 0;
}

/** Whether all values are there, none is blank, and none raises a hint (if hints are wanted). */
function areFine(
  known: Tables,
  app: AppBits,
  type: AuthTypeBits,
  values: Record<string, unknown>,
  flags: number,
): boolean {
  const wantsHints = (flags & flag.NO_HINTS) === 0;
  const { accessToken, refreshToken } = type;
  let mask = 0;
  let token = '';
  for (const name in values) {
    const value = values[name];
    const field = type.fields.get(name);
    if (typeof value !== 'string' || field === undefined) return false;
    mask |= field.bit;
    if (field.bit === accessToken) token = value;
    if (!isVisible(value) || value.length > LONG) return false;
    if (wantsHints && (field.asks || !isOrdinary(value, known)) && !isPlain(app, type, field, value)) return false;
  }
  // A getter may have removed other fields.
  if (!isComplete(type, mask)) return false;
  return !wantsHints || (mask & accessToken) === 0 || (mask & refreshToken) !== 0 || isLasting(token);
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONG;
}

/** Whether a string starts with a visible ASCII character, and so is not blank. */
function isVisible(text: string | undefined): boolean {
  if (text === undefined) return false;
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7f;
}

function isPlain(app: AppBits, type: AuthTypeBits, field: FieldBits, value: string): boolean {
  return guarded((glue) => {
    const length = writeAscii(glue, value);
    return length >= 0 && glue.isPlain(app.number, type.index, field.index, length);
  });
}

function isLasting(token: string): boolean {
  return guarded((glue) => {
    const length = writeAscii(glue, token);
    return length >= 0 && glue.isLasting(length);
  });
}
