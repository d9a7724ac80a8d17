/**
 * Fresh UUIDs v4: what the endpoint names a log line by, and no secret. So `Math.random` does, where loading Node's
 * `crypto` would take most of the time of the first verdict, and pages without HTTPS have no `crypto.randomUUID`.
 */
import { asciiText } from './answer.js';

const LENGTH = 36;
/** So many are made as one text, of which each is a piece; the first time few, as there may be no second. */
const FIRST = 2;
const MORE = 64;

const DASH = 0x2d;
/** The ASCII codes of the hexadecimal digits. */
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

let made = '';
let next = 0;

/** A UUID v4. */
export function freshRequestId(): string {
  if (next === made.length) {
    made = idsInARow(made === '' ? FIRST : MORE);
    next = 0;
  }
  next += LENGTH;
  return made.slice(next - LENGTH, next);
}

function idsInARow(count: number): string {
  const text = new Uint8Array(count * LENGTH).fill(DASH);
  for (let start = 0; start < text.length; start += LENGTH) putId(text, start);
  return asciiText(text);
}

/** The dashes are there. */
function putId(text: Uint8Array, start: number): void {
  const [a, b, c, d] = [random32(), random32(), random32(), random32()];
  putDigits(text, start, a);
  putDigits(text, start + 4, a >>> 16);
  putDigits(text, start + 9, b);
  putDigits(text, start + 14, b >>> 16);
  putDigits(text, start + 19, c);
  putDigits(text, start + 24, c >>> 16);
  putDigits(text, start + 28, d);
  putDigits(text, start + 32, d >>> 16);
  // RFC 9562: the version, and the variant, which is 8, 9, a or b.
  text[start + 14] = DIGITS[4] as number;
  text[start + 19] = DIGITS[8 | (c & 3)] as number;
}

function random32(): number {
  return (Math.random() * 2 ** 32) | 0;
}

/** The four digits of 16 bits. */
function putDigits(text: Uint8Array, place: number, bits: number): void {
  for (let digit = 0; digit < 4; digit++) text[place + digit] = DIGITS[(bits >>> (4 * digit)) & 15] as number;
}
