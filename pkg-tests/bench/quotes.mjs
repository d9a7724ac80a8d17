// The least that a reader of JSON does whatever it is for, in wasm: finding every quote that no backslash escapes, by 64
// bytes at a time, and noting its place. The way of simdjson's first stage, with no branch on where the quotes are: eight
// places are noted for each 64 bytes, and more only where there are more.
import { BLOCK, PIECE, signed, wasmFunction } from './wasm-function.mjs';

const AT_ONCE = 8;
const [I32, I64] = [0x7f, 0x7e];
const [AT, END, OUT, QUOTES, SLASHES, CARRY, AFTER, SUM] = [0, 1, 2, 3, 4, 5, 6, 7];
const PLACES = 2 * PIECE;

const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const i32 = (number) => [0x41, signed(number)];
const i64 = (number) => [0x42, signed(number)];
const EVEN = i64(0x5555555555555555n);
const [I32_ADD, I32_SHL, I32_SHR, I32_SUB, LESS] = [0x6a, 0x74, 0x76, 0x6b, 0x49];
const [AND, OR, XOR, SHL, ADD, SUB, OVER] = [0x83, 0x84, 0x85, 0x86, 0x7c, 0x7d, 0x54];
const [CTZ, POPCNT, IS_ZERO, IS_NOT, WRAP, EXTEND] = [0x7a, 0x7b, 0x50, 0x45, 0xa7, 0xad];
const not = (code) => [code, i64(-1), XOR];

/** Which of 64 bytes are this character, a bit for each. */
function bits(character) {
  const wanted = [0xfd, 0x0c, new Array(16).fill(character.charCodeAt(0))];
  const part = (offset) => [
    [get(AT), 0xfd, 0x00, 0x00, offset], // v128.load
    [wanted, 0xfd, 0x23, 0xfd, 0x64, EXTEND, i64(offset), SHL], // i8x16.eq, i8x16.bitmask
  ];
  return [part(0), part(16), OR, part(32), OR, part(48), OR];
}

/** Notes the place of the first quote that is left. */
const note = (index) => [
  [get(OUT), get(QUOTES), CTZ, WRAP, get(AT), I32_ADD, 0x36, 0x02, 4 * index], // i32.store
  [get(QUOTES), get(QUOTES), i64(1), SUB, AND, set(QUOTES)],
];

const body = [
  [i32(PLACES), set(OUT)],
  [0x03, 0x40], // loop
  [bits('"'), set(QUOTES), bits('\\'), set(SLASHES)],
  [get(SLASHES), get(CARRY), OR, IS_ZERO, IS_NOT, 0x04, 0x40], // if
  [get(SLASHES), not(get(CARRY)), AND, set(SLASHES)],
  [get(SLASHES), i64(1), SHL, get(CARRY), OR, set(AFTER)],
  [get(SLASHES), not(EVEN), AND, not(get(AFTER)), AND, get(SLASHES), ADD, set(SUM)],
  [get(SUM), get(SLASHES), OVER, EXTEND, set(CARRY)],
  [get(QUOTES), not([EVEN, get(SUM), i64(1), SHL, XOR, get(AFTER), AND]), AND, set(QUOTES)],
  [0x0b],
  [get(OUT), get(QUOTES), POPCNT, WRAP, i32(2), I32_SHL, I32_ADD],
  Array.from({ length: AT_ONCE }, (_, index) => note(index)),
  [get(OUT), i32(4 * AT_ONCE), I32_ADD, set(OUT)],
  [0x02, 0x40, 0x03, 0x40], // block, loop
  [get(QUOTES), IS_ZERO, 0x0d, 1, note(0), get(OUT), i32(4), I32_ADD, set(OUT), 0x0c, 0], // br_if, br
  [0x0b, 0x0b],
  set(OUT),
  [get(AT), i32(BLOCK), I32_ADD, 0x22, AT, get(END), LESS, 0x0d, 0], // br_if
  [0x0b],
  [get(OUT), i32(PLACES), I32_SUB, i32(2), I32_SHR],
];

const locals = [
  [1, I32],
  [5, I64],
];
const { overBytes } = wasmFunction({ body, locals, pages: 7 });

/** Over chunks of bytes; gives how many quotes there are. */
export const quotesBytes = overBytes;
