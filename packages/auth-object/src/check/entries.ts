/** Objects with entries instead of members, such as a FormData: `JSON.stringify` writes `{}` for all of them. */

import { isObjectLiteral } from '../wasm/bytes.ts';

/**
 * @param value - What was read as an object, and rejected.
 * @param inner - How many objects it may have around the fields.
 * @throws TypeError if entries are lost: it or an object in it is a FormData, a Map, URLSearchParams or the like.
 */
export function requireMembers(caller: string, value: unknown, inner = 0): void {
  if (!hasEntries(value, inner)) return;
  throw new TypeError(
    `${caller}: a FormData, a Map and URLSearchParams are read as {}, as JSON writes them. Pass Object.fromEntries(…) of it.`,
  );
}

function hasEntries(value: unknown, inner: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  try {
    if (isObjectLiteral(value)) {
      return inner > 0 && Object.values(value).some((member) => hasEntries(member, inner - 1));
    }
    const { entries, toJSON, [Symbol.iterator]: iterator } = value as Map<unknown, unknown> & { toJSON?: unknown };
    // Arrays and sets iterate over values.
    const isOfEntries = typeof entries === 'function' && entries === iterator && toJSON === undefined;
    return isOfEntries && iterator.call(value).next().done === false;
  } catch {
    // A getter throws, which gives an issue of its own.
    return false;
  }
}
