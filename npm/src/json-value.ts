/** What `JSON.stringify` makes of one value before it writes it: `toJSON`, boxed primitives, what is left out. */

/** A value as `JSON.stringify` writes it; `undefined` where it writes nothing, `bigint` where it throws. */
export type JsonValue = string | number | boolean | bigint | null | undefined | object;

/**
 * A member by its key. All keys are read here, `toJSON` too: so V8 looks through the object itself, where a place that
 * reads one name alone asks a table of all forms of objects, which has few places, and is slow where that has none.
 */
export function memberOf(object: object, key: string): unknown {
  return (object as Record<string, unknown>)[key];
}

/** Calls `toJSON` with `key`, unwraps boxed primitives, and gives `undefined` for functions and symbols. */
export function jsonValue(value: unknown, key: string): JsonValue {
  let given = value;
  switch (typeof given) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return given;
    case 'symbol':
      return undefined;
  }
  if (given === null) return null;
  const toJSON = memberOf(given as object, 'toJSON');
  if (typeof toJSON === 'function') given = Reflect.apply(toJSON, given, [key]);
  switch (typeof given) {
    case 'object':
      return given === null ? null : unboxed(given);
    case 'function':
    case 'symbol':
      return undefined;
    default:
      return given as JsonValue;
  }
}

const unboxers: Record<string, (value: object) => JsonValue> = {
  '[object Number]': (value) => (isBoxed(Number.prototype, value) ? Number(value) : value),
  '[object String]': (value) => (isBoxed(String.prototype, value) ? String(value) : value),
  '[object Boolean]': (value) => (isBoxed(Boolean.prototype, value) ? Boolean.prototype.valueOf.call(value) : value),
  '[object BigInt]': (value) => (isBoxed(BigInt.prototype, value) ? BigInt.prototype.valueOf.call(value) : value),
};

function unboxed(value: object): JsonValue {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return value;
  if (prototype === null && isRawJson(value)) return JSON.parse((value as { rawJSON: string }).rawJSON);
  return unboxers[Object.prototype.toString.call(value)]?.(value) ?? value;
}

/** A tag can be claimed by any object (`Symbol.toStringTag`); the inner slot cannot. */
function isBoxed(prototype: { valueOf(): unknown }, value: object): boolean {
  try {
    Reflect.apply(prototype.valueOf, value, []);
    return true;
  } catch {
    return false;
  }
}

function isRawJson(value: object): boolean {
  const test = (JSON as { isRawJSON?(value: unknown): boolean }).isRawJSON;
  return test?.(value) === true;
}
