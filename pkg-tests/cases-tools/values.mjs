// The tiny language of case data: {"$join": [string, …]} and {"$repeat": [string, times]} are strings.
// They keep credential-like and long strings out of the files. Runs anywhere.

/** The value with every $join and $repeat in it put together. */
export function resolve(value) {
  if (Array.isArray(value)) return value.map(resolve);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === '$join') return value.$join.map(resolve).join('');
  if (keys.length === 1 && keys[0] === '$repeat') return resolve(value.$repeat[0]).repeat(value.$repeat[1]);
  return mapMembers(value, resolve);
}

/** A new object with the same keys, in the same order, `__proto__` among them. */
export function mapMembers(object, change) {
  const changed = {};
  for (const key of Object.keys(object)) {
    Object.defineProperty(changed, key, {
      value: change(object[key], key),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return changed;
}

/** Bytes of base64, without Node's Buffer. */
export function bytesOfBase64(text) {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

/** JSON.stringify with the keys of every object sorted: equal strings are equal values. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}
