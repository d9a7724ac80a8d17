/** Writes frames into the instance's input buffer: little-endian numbers, texts as length and UTF-8. */
import { type Engine, running } from './engine.js';

/** The length that stands for a text that is not there. */
const ABSENT = 0xffffffff;
/** In UTF-16 units: up to here a loop over the characters is faster than the encoder. */
const LOOP_UP_TO = 200;
/** In UTF-16 units: a longer text is encoded piece by piece, so that it needs no threefold room. */
const PIECE = 1 << 20;
const FIRST_CAPACITY_BYTES = 4096;
const MAX_BYTES = 1 << 30;

const encoder = new TextEncoder();
let engine: Engine;
let bytes = new Uint8Array(0);
let view = new DataView(bytes.buffer);
let capacity = FIRST_CAPACITY_BYTES;
let position = 0;
let writing = false;
let locked = false;
const interrupted: Uint8Array[] = [];

/**
 * Begins an empty frame. A getter or `toJSON` of the value being read may call the library again:
 * what the outer call has written so far is kept aside until `close`.
 */
export function open(): void {
  if (locked) {
    throw new TypeError(
      'auth-object was called from inside linkedAccounts.has() while it reads NDJSON: let has() only look the id up.',
    );
  }
  if (writing) interrupted.push(bytes.slice(0, position));
  else if (bytes.length === 0) look(capacity);
  writing = true;
  position = 0;
}

/** Ends the frame that the last `open` began. The memory may have moved since. */
export function close(): void {
  const outer = interrupted.pop();
  if (outer === undefined) {
    writing = false;
    return;
  }
  if (bytes.length === 0) look(capacity);
  bytes.set(outer);
  position = outer.length;
}

/** Forbids `open` while the instance reads the buffer and calls back. */
export function lock(on: boolean): void {
  locked = on;
}

/** How long the frame is so far, in bytes. */
export function size(): number {
  return position;
}

/** Forgets what was written from `place` on. */
export function rewind(place: number): void {
  position = place;
}

function look(size: number): void {
  engine = running();
  const address = engine.reserve(size);
  if (address === 0)
    throw new TypeError('auth-object: not enough memory for this body; check many requests with checkNdjson.');
  capacity = size;
  bytes = new Uint8Array(engine.memory.buffer, address, size);
  view = new DataView(engine.memory.buffer, address, size);
}

function grow(needed: number): void {
  if (needed > MAX_BYTES) {
    throw new TypeError('auth-object: a body of more than 1 GiB; check many requests with checkNdjson, in chunks.');
  }
  const written = bytes.slice(0, position);
  look(Math.min(MAX_BYTES, Math.max(needed, capacity * 2)));
  bytes.set(written);
}

function room(more: number): void {
  if (position + more > capacity) grow(position + more);
}

/** One byte. */
export function byte(value: number): void {
  room(1);
  bytes[position++] = value;
}

/** A number of 32 bits. */
export function number(value: number): void {
  room(4);
  view.setUint32(position, value, true);
  position += 4;
}

/** Leaves room for a number that is known later; gives its place. */
export function later(): number {
  room(4);
  position += 4;
  return position - 4;
}

/** Writes the number that `later` left room for. */
export function fill(place: number, value: number): void {
  view.setUint32(place, value, true);
}

/** A text, or that there is none. */
export function text(value: string | undefined): void {
  if (value === undefined) {
    number(ABSENT);
    return;
  }
  const place = later();
  raw(value);
  view.setUint32(place, position - place - 4, true);
}

/** UTF-8 without its length; lone surrogates become U+FFFD. */
export function raw(value: string): void {
  const length = value.length;
  if (length > LOOP_UP_TO) {
    encode(value);
    return;
  }
  room(length);
  const target = bytes;
  const start = position;
  let index = 0;
  for (; index < length; index++) {
    const unit = value.charCodeAt(index);
    if (unit > 0x7f) break;
    target[start + index] = unit;
  }
  position = start + index;
  if (index < length) encode(index === 0 ? value : value.slice(index));
}

function encode(value: string): void {
  let rest = value;
  while (rest.length > 0) {
    room(3 * Math.min(rest.length, PIECE));
    const { read, written } = encoder.encodeInto(rest, bytes.subarray(position));
    position += written;
    rest = rest.slice(read);
  }
}

/** Bytes as they are. */
export function copy(value: Uint8Array): void {
  room(value.length);
  bytes.set(value, position);
  position += value.length;
}

/** Puts what was written from `middle` on before what was written from `start` to `middle`. */
export function swap(start: number, middle: number): void {
  const first = bytes.slice(start, middle);
  bytes.copyWithin(start, middle, position);
  bytes.set(first, start + position - middle);
}
