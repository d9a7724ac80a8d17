/** Finds secrets in a text: encoded, cut, in another case or backwards. */
import { errorWords } from './error-words.ts';

/** This many characters at the start or the end of a secret are a part of it. */
export const CUT = 6;
/** This many characters within a secret are a part of it. Fewer are often a common word. */
const INSIDE = 8;
/** The digits of {@link CUT} bytes in hex. */
const HEX = 2 * CUT;
/** The characters of {@link CUT} bytes in base64 that depend on no other byte, wherever the bytes start. */
const BASE64 = 7;
/** How often a text may be encoded by percent signs or backslashes. */
const ROUNDS = 3;

const encoder = new TextEncoder();

/** A secret as it is, in JSON, in a URL's path and in a form. */
export function forms(secret: string): string[] {
  // encodeURIComponent throws for half a surrogate pair; U+FFFD is sent for it.
  const text = new TextDecoder().decode(encoder.encode(secret));
  const form = new URLSearchParams([['', text]]).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(text), form];
}

/** Traces of some secrets. */
export class SecretTraces {
  /** Parts of secrets and of their reversals. */
  readonly #plain = new Pieces();
  /** Parts of encoded secrets, squashed. */
  readonly #encoded = new Pieces();
  readonly #known: readonly string[];

  /** @param known - Texts that are not secret, even if they are part of one. */
  constructor(secrets: readonly string[], known: readonly string[]) {
    this.#known = known
      .filter((one) => one.length >= 4)
      .flatMap((one) => [one, one.replaceAll('_', '-'), one.replaceAll('_', ' ')])
      .map(plain)
      .sort((a, b) => b.length - a.length);
    for (const secret of secrets) this.#add(secret);
  }

  /** Whether the text contains a part of a secret. False positives are possible. */
  areIn(text: string): boolean {
    let view = text;
    for (let round = 0; round <= ROUNDS; round++) {
      const rest = this.#withoutKnown(plain(view));
      if (this.#plain.areIn(rest) || this.#encoded.areIn(squashed(view))) return true;
      const decoded = decodeOnce(view);
      if (decoded === view) break;
      view = decoded;
    }
    return false;
  }

  #add(secret: string): void {
    const text = plain(secret);
    const words = errorWords(secret);
    for (const piece of pieces(text)) {
      if (!words.some((word) => word.includes(piece))) this.#plain.add(piece);
    }
    for (const piece of pieces([...text].reverse().join(''))) this.#plain.add(piece);
    const bytes = encoder.encode(secret);
    for (const piece of parts(hex(bytes), HEX)) this.#encoded.add(piece);
    for (const offset of [0, 1, 2]) {
      for (const piece of parts(squashed(base64At(offset, bytes)), BASE64)) this.#encoded.add(piece);
    }
  }

  #withoutKnown(text: string): string {
    return this.#known.reduce((rest, known) => rest.replaceAll(known, '\n'), text);
  }
}

/** Strings to look for, by length: the time does not depend on their number. */
class Pieces {
  readonly #byLength = new Map<number, Set<string>>();

  add(piece: string): void {
    const same = this.#byLength.get(piece.length) ?? new Set();
    this.#byLength.set(piece.length, same.add(piece));
  }

  areIn(text: string): boolean {
    for (const [length, pieces] of this.#byLength) {
      for (let start = 0; start + length <= text.length; start++) {
        if (pieces.has(text.slice(start, start + length))) return true;
      }
    }
    return false;
  }
}

/** What betrays a secret: its start, its end, and what is inside. */
function* pieces(text: string): Generator<string> {
  if (text.length < CUT) return;
  yield text.slice(0, CUT);
  yield text.slice(-CUT);
  yield* parts(text, INSIDE);
}

/** All parts of this length, or the whole text if it is a little shorter. */
function* parts(text: string, length: number): Generator<string> {
  for (let start = 0; start + length <= text.length; start++) yield text.slice(start, start + length);
  if (text.length < length && text.length >= 5) yield text;
}

/** As texts are compared. A form writes a space as a plus sign. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('+', ' ');
}

/** Letters and digits only: base64 and base64url differ in the rest, and hex may have separators. */
function squashed(text: string): string {
  return text
    .toLowerCase()
    .replace(/\\x|0x/g, '')
    .replace(/[^a-z\d]/g, '');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The characters that only these bytes decide, if `offset` bytes come before them. */
function base64At(offset: number, bytes: Uint8Array): string {
  const binary = '\0'.repeat(offset) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).slice(Math.ceil((offset * 8) / 6), Math.floor((binary.length * 8) / 6));
}

/** Decodes percent signs, and the backslashes of JSON. */
function decodeOnce(text: string): string {
  return text
    .replace(/(?:%[\da-f]{2})+/gi, (codes) => new TextDecoder().decode(bytesOf(codes.replaceAll('%', ''))))
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\([\\"/])/g, '$1');
}

function bytesOf(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
