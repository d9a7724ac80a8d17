// One pass over the bytes by 16 at a time, in wasm: copied into its memory, each byte classified as readers of JSON
// do (structure, white space, quote, backslash) and counted. No reader in wasm can do less.
import { wasmFunction } from './wasm-function.mjs';

const byte = (value) => new Array(16).fill(value);
// The tables of simdjson: a byte whose two halves share a bit is structure or white space.
const LOW = [16, 0, 0, 0, 0, 0, 0, 0, 0, 8, 12, 1, 2, 9, 0, 0];
const HIGH = [8, 0, 18, 4, 0, 1, 0, 1, 0, 0, 0, 3, 2, 1, 0, 0];
const [AT, END, COUNT, BYTES] = [0, 1, 2, 3];

const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const constant = (bytes) => [0xfd, 0x0c, ...bytes];
const [ADD, POPCNT, LESS] = [[0x6a], [0x69], [0x49]];
const [SWIZZLE, AND, EQUAL, UNEQUAL, SHIFT, MASK] = [0x0e, 0x4e, 0x23, 0x24, 0x6d, 0x64].map((code) => [0xfd, code]);
const equalTo = (character) => [get(BYTES), constant(byte(character.charCodeAt(0))), EQUAL, MASK, POPCNT];

const body = [
  [0x03, 0x40], // loop
  [...get(AT), 0xfd, 0x00, 0x00, 0x00, ...set(BYTES)], // v128.load
  [constant(LOW), get(BYTES), constant(byte(15)), AND, SWIZZLE],
  [constant(HIGH), get(BYTES), [0x41, 4], SHIFT, SWIZZLE],
  [AND, constant(byte(0)), UNEQUAL, MASK, POPCNT],
  [equalTo('"'), ADD, equalTo('\\'), ADD],
  [get(COUNT), ADD, set(COUNT)],
  [get(AT), [0x41, 16], ADD, [0x22, AT], get(END), LESS, [0x0d, 0]], // br_if
  [0x0b],
  get(COUNT),
];

const [I32, V128] = [0x7f, 0x7b];
const locals = [
  [1, I32],
  [1, V128],
];
const { room, call, overBytes } = wasmFunction({ body, locals, pages: 2 });
const encoder = new TextEncoder();

/** Over chunks of bytes; gives how many are of one of the kinds. */
export const passBytes = overBytes;

/** The same for one short text. */
export function passText(value) {
  return call(encoder.encodeInto(value, room).written);
}
