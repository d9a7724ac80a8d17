/** The bytes of an ArrayBuffer or a view, without a copy; `undefined` for other values. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (ArrayBuffer.isView(value)) {
    return value instanceof Uint8Array ? value : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return isA(ArrayBuffer, value) ? new Uint8Array(value) : undefined;
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
