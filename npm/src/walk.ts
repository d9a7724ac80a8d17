/** Looks through what the judge never sees, only to know that `JSON.stringify` could write it. */
import { jsonValue, memberOf } from './json-value.js';

export const CYCLE = 0;
export const BIGINT = 1;
export const THREW = 2;
export const TOO_DEEP = 3;

/** A `toJSON` or getter may answer with a new object for ever; `JSON.stringify` then throws, far above this depth. */
const MAX_DEPTH = 200_000;
/** Each member takes two bytes of text or more, and a text of more than 512 MiB cannot be sent. */
const MAX_MEMBERS = 2 ** 28;

/** Why a value has no JSON text. */
export type Reason = typeof CYCLE | typeof BIGINT | typeof THREW | typeof TOO_DEEP;

/** A value that has no JSON text, and where it is. */
export class Unserialisable {
  readonly reason: Reason;
  readonly path: readonly string[];

  constructor(reason: Reason, path: readonly string[] = []) {
    this.reason = reason;
    this.path = path;
  }
}

interface Level {
  readonly holder: object;
  /** The names of the members; `undefined` for an array. */
  readonly names: readonly string[] | undefined;
  readonly count: number;
  next: number;
  key: string;
}

/**
 * Reads every member below `root`, to any depth.
 *
 * @throws Unserialisable with the path below `root`.
 */
export function walk(root: object, ancestors: readonly object[]): void {
  const levels: Level[] = [];
  const entered = new Set(ancestors);
  let members = 0;
  const descend = (holder: object): void => {
    const level = enter(holder, entered);
    members += level.count;
    if (levels.length === MAX_DEPTH) throw new Unserialisable(TOO_DEEP);
    if (members > MAX_MEMBERS) throw new Unserialisable(THREW);
    levels.push(level);
  };
  try {
    descend(root);
    for (let level = levels[0]; level !== undefined; level = levels[levels.length - 1]) {
      if (level.next === level.count) {
        entered.delete(level.holder);
        levels.pop();
        continue;
      }
      level.key = level.names?.[level.next] ?? String(level.next);
      level.next++;
      const value = jsonValue(memberOf(level.holder, level.key), level.key);
      if (typeof value === 'bigint') throw new Unserialisable(BIGINT);
      if (typeof value === 'object' && value !== null) descend(value);
    }
  } catch (error) {
    const reason = error instanceof Unserialisable ? error.reason : THREW;
    throw new Unserialisable(
      reason,
      levels.map((level) => level.key),
    );
  }
}

function enter(holder: object, entered: Set<object>): Level {
  if (entered.has(holder)) throw new Unserialisable(CYCLE);
  const names = Array.isArray(holder) ? undefined : Object.keys(holder);
  const count = names?.length ?? (holder as unknown[]).length;
  entered.add(holder);
  return { holder, names, count, next: 0, key: '' };
}
