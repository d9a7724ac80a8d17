/** Reads, writes and removes the value at a JSON Pointer (RFC 6901). */

type Container = Record<string, unknown>;

/** The keys of a JSON Pointer. */
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

/** The value at the pointer; `undefined` if the pointer leads nowhere. */
export function valueAt(root: unknown, pointer: string): unknown {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  const key = keys.at(-1) ?? '';
  return has(parent, key) ? parent[key] : undefined;
}

/** Sets the value at the pointer. Returns whether its parent exists. */
export function put(root: unknown, pointer: string, value: unknown): boolean {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  if (parent === undefined) return false;
  // An assignment to `__proto__` would set the prototype.
  Object.defineProperty(parent, keys.at(-1) ?? '', { value, writable: true, enumerable: true, configurable: true });
  return true;
}

/** Removes the value at the pointer. Returns whether there was one. */
export function remove(root: unknown, pointer: string): boolean {
  const keys = keysOf(pointer);
  const parent = parentOf(root, keys);
  const key = keys.at(-1) ?? '';
  return has(parent, key) && Reflect.deleteProperty(parent, key);
}
