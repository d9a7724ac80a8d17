/**
 * The bytes of an ArrayBuffer or a view, without a copy; `undefined` for other values. Always a new Uint8Array: a
 * subclass may have its own `length`, and `slice` of Node's Buffer makes no copy.
 *
 * @throws TypeError if the buffer was transferred to another thread.
 */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return isBuffer(value) ? new Uint8Array(value) : undefined;
}

/** Unlike `instanceof`, not fooled by a prototype, and right for the ArrayBuffer of another realm. */
function isBuffer(value: object): value is ArrayBuffer {
  try {
    byteLength.call(value);
    return true;
  } catch {
    return false;
  }
}

const { get: byteLength } = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength') as { get(): number };

/** The bytes of all parts, in a copy. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** `instanceof`, but `false` if a proxy throws or the runtime does not have the class. */
export function isA<T>(type: (abstract new (...args: never[]) => T) | undefined, value: unknown): value is T {
  try {
    return type !== undefined && value instanceof type;
  } catch {
    return false;
  }
}

/** Whether an object has the prototype of object literals. */
export function isObjectLiteral(value: object): boolean {
  try {
    return Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false;
  }
}
