/** Bytes in any of their forms, without a copy; `undefined` where these are none. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (ArrayBuffer.isView(value)) {
    return value instanceof Uint8Array ? value : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return isA(ArrayBuffer, value) ? new Uint8Array(value) : undefined;
}

/** `instanceof`, for values whose proxy may throw; also `false` where the runtime lacks the class. */
export function isA<T>(type: (abstract new (...args: never[]) => T) | undefined, value: unknown): value is T {
  try {
    return type !== undefined && value instanceof type;
  } catch {
    return false;
  }
}

/** Whether this is an object literal, or as good as one: then it is nothing special. */
export function isObjectLiteral(value: object): boolean {
  try {
    return Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false;
  }
}
