/** Writes the input of a call, strings and bytes one after another, to a buffer that the instance owns and zeroes. */

import { AuthObjectError } from '../error.ts';
import type { Glue } from './glue.ts';
import { endedCount, memory } from './instance.ts';

/** The length of a string that is not given. */
export const ABSENT = 0xffffffff;
/** The least size of the buffer in bytes, so that it seldom moves. */
const FIRST_BYTES = 1 << 14;
/** The most bytes that Rust can allocate with 32-bit addresses. */
const MAX_BYTES = 2 ** 31 - 1;
/** In UTF-16 units. Shorter strings get three bytes per unit, which is always enough. */
const SHORT = 1 << 16;

const encoder = new TextEncoder();
/** The buffer. Kept between calls, because making a view takes longer than writing a short string. */
let view = new Uint8Array(0);
/** The value of {@link endedCount} when the view was made. */
let viewOf = -1;

function room(glue: Glue, bytes: number): Uint8Array {
  const size = Math.max(bytes, FIRST_BYTES);
  const address = size > MAX_BYTES ? 0 : glue.reserve(size);
  if (address === 0) throw new AuthObjectError('too_large');
  // After the memory grows, the old view is empty. A view that is too long could write past the buffer.
  if (address !== view.byteOffset || size !== view.length || viewOf !== endedCount) {
    view = new Uint8Array(memory.buffer, address, size);
    viewOf = endedCount;
  }
  return view;
}

/** Writes bytes, or a string with U+FFFD for lone surrogates. Returns the length in bytes. */
export function write(glue: Glue, content: string | Uint8Array): number {
  return writeAll(glue, [content])[0] as number;
}

/** Writes a string of ASCII. Returns its length; -1 if it has other characters or is long, and then writes nothing. */
export function writeAscii(glue: Glue, text: string): number {
  const { length } = text;
  if (length > FIRST_BYTES) return -1;
  const target = room(glue, length);
  const { read, written } = encoder.encodeInto(text, target);
  if (read === length && written === length) return length;
  target.fill(0, 0, written);
  return -1;
}

/** Writes strings and bytes. Returns their lengths in bytes, {@link ABSENT} for `undefined`. */
export function writeAll(glue: Glue, parts: readonly (string | Uint8Array | undefined)[]): number[] {
  let units = 0;
  for (const part of parts) units += part?.length ?? 0;
  if (units > SHORT) {
    // Long strings are mostly ASCII. For others, counting the bytes avoids a buffer of three times the size.
    return encode(parts, room(glue, units)) ?? (encode(parts, room(glue, encodedLength(parts))) as number[]);
  }
  const target = room(glue, 3 * units);
  if (!parts.some(isBytes)) {
    const { written } = encoder.encodeInto(parts.join(''), target);
    if (written === units) return parts.map((part) => part?.length ?? ABSENT);
  }
  return encode(parts, target) as number[];
}

/** Returns the lengths; `undefined` if the target is too small. */
function encode(parts: readonly (string | Uint8Array | undefined)[], target: Uint8Array): number[] | undefined {
  const lengths: number[] = [];
  let end = 0;
  for (const part of parts) {
    let length = ABSENT;
    if (typeof part === 'string') {
      const { read, written } = encoder.encodeInto(part, target.subarray(end));
      if (read < part.length) return undefined;
      length = written;
    } else if (part !== undefined) {
      if (end + part.length > target.length) return undefined;
      target.set(part, end);
      length = part.length;
    }
    lengths.push(length);
    if (length !== ABSENT) end += length;
  }
  return lengths;
}

function isBytes(part: string | Uint8Array | undefined): boolean {
  return part instanceof Uint8Array;
}

function encodedLength(parts: readonly (string | Uint8Array | undefined)[]): number {
  const scratch = new Uint8Array(3 * SHORT);
  let bytes = 0;
  for (const part of parts) {
    if (typeof part !== 'string') bytes += part?.length ?? 0;
    else for (const piece of pieces(part, SHORT)) bytes += encoder.encodeInto(piece, scratch).written;
  }
  return bytes;
}

/** Splits a string or bytes into pieces of at most `most` units or bytes. No piece of a string ends inside a character. */
export function* pieces<T extends string | Uint8Array>(source: T, most: number): Generator<T> {
  for (let start = 0; start < source.length; ) {
    let end = Math.min(source.length, start + most);
    if (typeof source === 'string' && end < source.length && isHighSurrogate(source.charCodeAt(end - 1))) end--;
    yield (typeof source === 'string' ? source.slice(start, end) : source.subarray(start, end)) as T;
    start = end;
  }
}

/** Whether a UTF-16 unit is the first half of a character. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
