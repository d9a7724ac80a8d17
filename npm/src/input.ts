/** The instance's input buffer: words first, texts from a fixed place on. */
import { running } from './engine.js';
import { ELSEWHERE } from './flags.js';

/** Where the texts of a usual frame start, in bytes; before them is room for the words. */
export const TEXTS_AT = 4096;
const FIRST_BYTES = TEXTS_AT + 16384;
/** In UTF-16 units: a longer text is encoded piece by piece, so that it needs no threefold room. */
const PIECE = 1 << 20;
/** A word holds a length in bytes of 29 bits. */
const MAX_BYTES = (1 << 29) - 1;
const TOO_LONG =
  'auth-object: a request of more than 512 MiB, or than there is memory for; check many requests with checkNdjson, or in chunks with NdjsonChecker.';

const encoder = new TextEncoder();
let capacity = FIRST_BYTES;
let all = new Uint8Array(0);
let words = new Uint32Array(0);
/** The room for texts; made once, as a view costs more than a short text. */
let texts = new Uint8Array(0);
let locked = false;

/**
 * Looks the buffer up again where it has moved.
 *
 * @throws TypeError while the instance reads the buffer and calls back.
 */
export function refresh(): void {
  if (locked) {
    throw new TypeError(
      'auth-object was called from inside linkedAccounts.has() while it reads NDJSON: let has() only look the id up.',
    );
  }
  // The views of a memory that has grown are empty.
  if (all.length === 0) look(capacity);
}

/** Forbids all calls while the instance reads the buffer and calls back. */
export function lock(on: boolean): void {
  locked = on;
}

function look(bytes: number): void {
  const engine = running();
  // An address above 2 GiB comes as a negative number.
  const address = engine.reserve(bytes) >>> 0;
  if (address === 0) {
    all = new Uint8Array(0);
    capacity = FIRST_BYTES;
    throw new TypeError(TOO_LONG);
  }
  const { buffer } = engine.memory;
  capacity = bytes;
  all = new Uint8Array(buffer, address, bytes);
  words = new Uint32Array(buffer, address, TEXTS_AT >> 2);
  texts = new Uint8Array(buffer, address + TEXTS_AT, bytes - TEXTS_AT);
}

/** Makes room for so many bytes, and keeps the first `kept`. */
function room(bytes: number, kept: number): void {
  if (bytes <= capacity) return;
  if (bytes > MAX_BYTES) {
    throw new TypeError(TOO_LONG);
  }
  const before = all.slice(0, kept);
  look(Math.min(MAX_BYTES, Math.max(bytes, capacity * 2)));
  all.set(before);
}

/** Writes the words of a usual frame; `count` of them have room before the texts. */
export function putWords(from: Uint32Array, count: number): void {
  const target = words;
  for (let index = 0; index < count; index++) target[index] = from[index] as number;
}

/** Writes ASCII where the texts of a usual frame start; says whether it was ASCII, and has fitted. */
export function putAscii(text: string): boolean {
  const { read, written } = encoder.encodeInto(text, texts);
  return read === text.length && written === read;
}

/**
 * Writes a frame of values alone, each with what the instance said about it, as src/wasm/plain.rs reads it.
 *
 * @param keys - Of the values that are of no field.
 * @returns Its length in bytes; `undefined` where the values are not ASCII, or too long.
 */
export function putValues(
  values: readonly string[],
  about: readonly number[],
  keys: readonly string[],
): number | undefined {
  refresh();
  const target = words;
  target[0] = TEXTS_AT;
  target[1] = about.length;
  let text = '';
  let place = 2;
  let elsewhere = 0;
  for (let index = 0; index < about.length; index++) {
    const value = values[index] as string;
    target[place++] = value.length;
    target[place++] = about[index] as number;
    text += value;
    if (about[index] === ELSEWHERE) {
      const key = keys[elsewhere++] as string;
      target[place++] = key.length;
      target[place++] = 0;
      text += key;
    }
  }
  return text.length < FIRST_BYTES && putAscii(text) ? TEXTS_AT + text.length : undefined;
}

/** Writes bytes; gives the place after them. */
export function putBytes(bytes: Uint8Array, place: number): number {
  room(place + bytes.length, place);
  all.set(bytes, place);
  return place + bytes.length;
}

/** Writes UTF-8, with U+FFFD for lone surrogates; gives the place after it. */
export function putText(text: string, place: number): number {
  let end = place;
  let rest = text;
  while (rest.length > 0) {
    room(end + 3 * Math.min(rest.length, PIECE), end);
    const { read, written } = encoder.encodeInto(rest, all.subarray(end));
    end += written;
    rest = rest.slice(read);
  }
  return end;
}

/** Writes a text or bytes alone, without a frame; gives the length in bytes. */
export function putAlone(content: string | Uint8Array): number {
  refresh();
  return typeof content === 'string' ? putText(content, 0) : putBytes(content, 0);
}
