/** Makes the changes that hints offer, in a copy of the request. */

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
  'strip_name',
  'strip_punctuation',
  'strip_text_mark',
  'decode',
  'straighten',
  'to_host',
  'restore_lines',
  'before_slash',
  'to_account_id',
  'dot_to_hyphen',
];

/**
 * Makes the changes that hints offer, in a copy of the request. Hints without a fix, and fixes that do not match the body,
 * change nothing. A JSON text with a number that JavaScript cannot represent exactly, such as a long
 * `linked_account_id`, stays as it is, because parsing would change the number. So does one that is nested too deeply for
 * `JSON.stringify`.
 *
 * A body that is a string or bytes stays one, rewritten by `JSON.stringify`; any other becomes the plain data that
 * `JSON.stringify` would write. The copy contains the credentials: send it, but do not log it.
 *
 * @param request - As for `checkRequest`. For a form: `{ body: { slug, auth_object } }`.
 * @param hints - The hints of the verdict whose changes to make.
 * @returns The changed copy.
 * @throws TypeError if the request is not an object or the hints are not an array of hints; whatever a getter of the
 *   request or of a hint throws.
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
  return { ...request, body: written(body) ?? request.body };
}

/** `undefined` if the body is nested too deeply to be written. */
function written({ data, write }: Copy): unknown {
  try {
    return write(data);
  } catch {
    return undefined;
  }
}

function fixOf(hint: Hint): readonly FixOperation[] {
  if (typeof hint !== 'object' || hint === null || typeof hint.code !== 'string') {
    throw new TypeError('repair: the hints must be those of a verdict, such as verdict.hints.');
  }
  return hint.fix ?? [];
}

interface Copy {
  /** The parsed body. */
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
    // A text that is not JSON, or that would lose digits, stays as it is.
    return undefined;
  }
}

/**
 * All paths are those of the body that was checked. So values are edited before anything moves, and deeper values move
 * before the objects around them.
 */
function inOrder(fixes: readonly (readonly FixOperation[])[]): (readonly FixOperation[])[] {
  const edits = fixes.map((fix) => fix.filter(({ op }) => op === 'replace'));
  const moves = fixes.map((fix) => fix.filter(({ op }) => op !== 'replace'));
  return [...edits, ...moves.sort((a, b) => depthOf(b) - depthOf(a))].filter((fix) => fix.length > 0);
}

function depthOf(fix: readonly FixOperation[]): number {
  return Math.max(0, ...fix.map((operation) => keysOf('from' in operation ? operation.from : operation.path).length));
}

/** Stops at a move that is not possible: the next operation may remove the value that should have moved. */
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

/** Returns whether the value is at `path` afterwards. Two hints may name the same place; the second then fails. */
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

/** The edited string; `undefined` if the edit changes nothing. */
function editText(edit: Edit, text: string): string | undefined {
  const kind = EDITS.indexOf(edit);
  if (kind === -1) throw new TypeError('repair: the hints must be those of a verdict, such as verdict.hints.');
  return guarded((glue) => glue.edit(kind, write(glue, text)));
}
