/** RFC 6902 on plain data: `move` and `remove`, and the reading and writing of one place. */

type Container = Record<string, unknown>;

/** The keys of a JSON pointer (RFC 6901). */
export function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function parentOf(root: unknown, keys: readonly string[]): Container | undefined {
  let place = root;
  for (const key of keys.slice(0, -1)) {
    if (!has(place, key)) return undefined;
    place = place[key];
  }
  return typeof place === 'object' && place !== null ? (place as Container) : undefined;
}

function has(place: unknown, key: string): place is Container {
  return typeof place === 'object' && place !== null && Object.hasOwn(place, key);
}

/** What stands at the place; `undefined` where there is no such place. */
export function valueAt(root: unknown, pointer: string): unknown {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  const key = keys.at(-1) ?? '';
  return has(parent, key) ? parent[key] : undefined;
}

/** Puts a value at a place whose parent is there; says whether it could. */
export function put(root: unknown, pointer: string, value: unknown): boolean {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  if (parent === undefined) return false;
  // An assignment to `__proto__` would set the prototype.
  Object.defineProperty(parent, keys.at(-1) ?? '', { value, writable: true, enumerable: true, configurable: true });
  return true;
}

/** Takes away what stands at a place; says whether something did. */
export function remove(root: unknown, pointer: string): boolean {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  const key = keys.at(-1) ?? '';
  return has(parent, key) && Reflect.deleteProperty(parent, key);
}
