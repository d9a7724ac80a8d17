/** Finds why and where `JSON.stringify` threw, by a second run with a replacer that notes how far it gets. */
import { AuthObjectError, isStackOverflow, isTooLong } from '../error.ts';

/** The numbers of crates/wasm/src/check.rs, which a test compares. */
export const NO_TEXT = 4;
export const TOO_LARGE = 5;
const [CYCLE, BIGINT, THREW, TOO_DEEP] = [0, 1, 2, 3];
/** The longest path in an issue. */
const MAX_PATH = 64;
/** A value that is nested more deeply fills the call stack by itself. */
const DEEP = 500;

/** Why a value has no JSON text: the number of the reason, and the place. */
export interface Fault {
  readonly what: number;
  readonly path: string[];
}

/** An object that `JSON.stringify` was writing, and the last key that it read. */
interface Level {
  readonly holder: object;
  key: string | undefined;
}

/**
 * Finds why a value has no JSON text.
 *
 * @param error - What `JSON.stringify` threw.
 * @throws AuthObjectError if the call stack is the reason, not the value.
 */
export function faultOf(value: unknown, error: unknown): Fault {
  if (isTooLong(error)) return { what: TOO_LARGE, path: [] };
  const levels = levelsOf(value);
  const reached = keysOf(levels);
  const isOverflow = isStackOverflow(error);
  if (isOverflow && reached.length < DEEP && !hasStack(DEEP)) throw new AuthObjectError('stack', { cause: error });
  const { what, path } = isOverflow && reached.length >= DEEP ? { what: TOO_DEEP, path: reached } : placeOf(levels);
  return { what, path: path.slice(0, MAX_PATH) };
}

/** The objects around the place where the second run threw, and the last member that it read. */
interface Levels extends Array<Level> {
  last?: unknown;
}

function levelsOf(value: unknown): Levels {
  const levels: Levels = [];
  try {
    JSON.stringify(value, function (this: object, key: string, member: unknown) {
      while (levels.length > 0 && levels.at(-1)?.holder !== this) levels.pop();
      if (levels.length === 0) levels.push({ holder: this, key });
      (levels.at(-1) as Level).key = key;
      levels.last = member;
      if (typeof member === 'object' && member !== null && !isOpen(levels, member)) {
        levels.push({ holder: member, key: undefined });
      }
      return member;
    });
  } catch {
    // Expected: the first run threw as well.
  }
  return levels;
}

function isOpen(levels: Levels, member: unknown): boolean {
  return levels.some(({ holder }) => holder === member);
}

function placeOf(levels: Levels): Fault {
  const { last } = levels;
  if (isBigInt(last)) return { what: BIGINT, path: keysOf(levels) };
  // An object without a key was just entered; it is not a cycle.
  const isEntered = levels.at(-1)?.holder === last && levels.at(-1)?.key === undefined;
  if (!isEntered && isOpen(levels, last)) return { what: CYCLE, path: keysOf(levels) };
  return { what: THREW, path: nextOf(levels) };
}

/** Skips the first level, the object that `JSON.stringify` wraps around the value. */
function keysOf(levels: readonly Level[]): string[] {
  return levels.slice(1).flatMap(({ key }) => key ?? []);
}

/** The path of the member after the last one that the replacer got: reading this one threw. */
function nextOf(levels: readonly Level[]): string[] {
  for (let depth = levels.length - 1; depth > 0; depth--) {
    const { holder, key } = levels[depth] as Level;
    const before = keysOf(levels.slice(0, depth));
    try {
      const next = keyAfter(holder, key);
      if (next !== undefined) return [...before, next];
    } catch {
      return before;
    }
  }
  return [];
}

function keyAfter(holder: object, key: string | undefined): string | undefined {
  if (Array.isArray(holder)) {
    const index = key === undefined ? 0 : Number(key) + 1;
    return index < holder.length ? String(index) : undefined;
  }
  const keys = Object.keys(holder);
  return keys[key === undefined ? 0 : keys.indexOf(key) + 1];
}

function isBigInt(value: unknown): boolean {
  try {
    BigInt.prototype.valueOf.call(value);
    return true;
  } catch {
    return false;
  }
}

/** Whether the call stack has room for so many calls. */
function hasStack(calls: number): boolean {
  try {
    return calls === 0 || hasStack(calls - 1);
  } catch {
    return false;
  }
}
