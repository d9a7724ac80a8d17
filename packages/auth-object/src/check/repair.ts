/** Makes the changes that hints offer, in a copy. */

import type { Edit } from '../generated/codes.ts';
import type { FixOperation, Hint } from '../verdict/hint.ts';
import { bytesOf } from '../wasm/bytes.ts';
import { write } from '../wasm/input-buffer.ts';
import { guarded } from '../wasm/instance.ts';
import { parseExactly } from './parse-exactly.ts';
import { keysOf, put, remove, valueAt } from './pointer.ts';
import type { MigrateTokenRequest } from './request.ts';

/** In the order of src/fixes/mod.rs, which a test compares. */
const EDITS: readonly Edit[] = [
  'trim',
  'strip_quotes',
  'strip_prefix',
  'strip_invisible',
  'to_subdomain',
  'to_url',
  'strip_suffix',
  'parse_json',
];

/**
 * Makes the changes that the chosen hints offer, and gives back a changed copy; the request stays as it is.
 * Hints without a fix, and fixes that no longer fit the body, change nothing. Nor is a body of text or bytes changed that
 * holds a number JavaScript cannot hold exactly, such as a long `linked_account_id`: it would come back as another one.
 *
 * A body of text stays text and one of bytes stays bytes, written anew by `JSON.stringify`; an object comes back as
 * the plain data that `JSON.stringify` would send. The result holds the credentials: it is what to send, not to log.
 *
 * @param request - As for `checkRequest`; for a form `{ body: { slug, auth_object } }`.
 * @param hints - Those of the verdict that the user agreed to.
 * @throws TypeError if the request is not an object or the hints are not an array of hints.
 *
 * @example
 * ```ts
 * const { hints } = checkRequest(request);
 * const repaired = repair(request, hints.filter((hint) => hint.code === "outer_whitespace"));
 * ```
 */
export function repair<R extends MigrateTokenRequest>(request: R, hints: readonly Hint[]): R {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError('repair: the request must be an object { headers?, slug?, body }.');
  }
  if (!Array.isArray(hints)) throw new TypeError('repair: the hints must be an array, such as verdict.hints.');
  const fixes = hints.map(fixOf).filter((fix) => fix.length > 0);
  const body = fixes.length === 0 ? undefined : copyOf(request.body);
  if (body === undefined) return { ...request };
  for (const fix of inOrder(fixes)) apply(body.data, fix);
  return { ...request, body: body.write(body.data) };
}

function fixOf(hint: Hint): readonly FixOperation[] {
  if (typeof hint !== 'object' || hint === null || typeof hint.code !== 'string') {
    throw new TypeError('repair: the hints must be those of a verdict, such as verdict.hints.');
  }
  return hint.fix ?? [];
}

interface Copy {
  /** The root is boxed, so that every place has a parent. */
  readonly data: unknown;
  readonly write: (data: unknown) => unknown;
}

function copyOf(body: unknown): Copy | undefined {
  try {
    if (typeof body === 'string') return { data: parseExactly(body), write: JSON.stringify };
    const bytes = bytesOf(body);
    if (bytes !== undefined) {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return { data: parseExactly(text), write: (data) => new TextEncoder().encode(JSON.stringify(data)) };
    }
    return { data: JSON.parse(JSON.stringify(body)), write: (data) => data };
  } catch {
    // What is not JSON has no place for a fix, and what would lose digits is left alone.
    return undefined;
  }
}

/**
 * Every path is that of the body as it was checked, so values are edited where they stand before anything is moved,
 * and what is deeper moves before what is around it.
 */
function inOrder(fixes: readonly (readonly FixOperation[])[]): (readonly FixOperation[])[] {
  const edits = fixes.map((fix) => fix.filter(({ op }) => op === 'replace'));
  const moves = fixes.map((fix) => fix.filter(({ op }) => op !== 'replace'));
  return [...edits, ...moves.sort((a, b) => depthOf(b) - depthOf(a))].filter((fix) => fix.length > 0);
}

function depthOf(fix: readonly FixOperation[]): number {
  return Math.max(0, ...fix.map((operation) => keysOf('from' in operation ? operation.from : operation.path).length));
}

/** Stops at a move whose place is taken: what comes after it may remove what should have been moved. */
function apply(data: unknown, fix: readonly FixOperation[]): void {
  for (const operation of fix) {
    if (operation.op === 'replace') {
      replace(data, operation.path, operation.edit);
    } else if (operation.op === 'remove') {
      remove(data, operation.path);
    } else if (!move(data, operation.from, operation.path)) {
      return;
    }
  }
}

/** Whether the value is at `path` then. Two hints may offer the same place: the second finds it taken. */
function move(data: unknown, from: string, path: string): boolean {
  const value = valueAt(data, from);
  if (value === undefined) return false;
  const taken = from.startsWith(`${path}/`) ? undefined : valueAt(data, path);
  if (taken !== undefined) return taken === value;
  if (!remove(data, from)) return false;
  if (put(data, path, value)) return true;
  put(data, from, value);
  return false;
}

function replace(data: unknown, pointer: string, edit: Edit): void {
  const value = valueAt(data, pointer);
  if (typeof value !== 'string') return;
  const edited = editText(edit, value);
  if (edit === 'parse_json') {
    const parsed = parsedObject(edited ?? value);
    if (parsed !== undefined) put(data, pointer, parsed);
  } else if (edited !== undefined) {
    put(data, pointer, edited);
  }
}

function parsedObject(text: string): object | undefined {
  try {
    const value = parseExactly(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The edited text; `undefined` where the edit changes nothing. */
function editText(edit: Edit, text: string): string | undefined {
  const kind = EDITS.indexOf(edit);
  if (kind === -1) throw new TypeError('repair: the hints must be those of a verdict, such as verdict.hints.');
  return guarded((glue) => glue.edit(kind, write(glue, text)));
}
