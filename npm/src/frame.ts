/**
 * A frame: words that say what there is, and all texts in one piece, so that one call encodes them.
 * The reader is src/request/frame.rs, which says how a word is made.
 */
import { type Facts, isMember, MEMBER, NAME, TEXT } from './facts.js';
import type { KnownHeaders } from './headers.js';
import * as input from './input.js';
import type { Context } from './types/context.js';

/** The kinds of values that are written here; reader.ts has the others. */
export const ABSENT = 0;
const STRING = 4;

const FIRST_WORDS = 256;

/** A frame in the making. */
export class Frame {
  /** The first word, where the texts start, is known at the end. */
  #words = new Uint32Array(FIRST_WORDS);
  #count = 1;
  #text = '';
  /** The words that are lengths of texts: in UTF-16 units, until it shows that a text is not ASCII. */
  #places = new Uint32Array(FIRST_WORDS);
  #texts = 0;

  /** Forgets everything. */
  clear(): void {
    this.#count = 1;
    this.#text = '';
    this.#texts = 0;
  }

  /** A number, or a kind of value. */
  word(value: number): void {
    if (this.#count === this.#words.length) this.#grow();
    this.#words[this.#count++] = value;
  }

  /** A text, or that there is none. */
  text(value: string | undefined): void {
    if (value === undefined) {
      this.word(ABSENT);
      return;
    }
    if (this.#count === this.#words.length) this.#grow();
    this.#places[this.#texts++] = this.#count;
    this.#words[this.#count++] = value.length * 8 + STRING;
    this.#text += value;
  }

  /** What comes before a body. */
  head({ apiKey, linkedAccountId }: Readonly<KnownHeaders>, slug: string | undefined, context?: Context): void {
    this.text(apiKey);
    this.text(linkedAccountId);
    this.text(slug);
    const verification = context?.verification;
    this.text(typeof verification === 'object' ? verification.rejected : undefined);
    const customApps = context?.customApps;
    this.word(customApps?.length ?? 0);
    if (customApps !== undefined) for (const app of customApps) this.text(app);
  }

  /** What the reader saw. */
  facts({ tokens, count, names, texts }: Facts): void {
    let name = 0;
    let text = 0;
    for (let index = 0; index < count; index++) {
      let token = tokens[index] as number;
      if (isMember(token)) {
        this.text(names[name++]);
        token -= MEMBER;
      }
      if (token === TEXT) this.text(texts[text++]);
      else if (token === NAME) this.text(names[name++]);
      else this.word(token);
    }
  }

  /** Puts the frame, and a body of text or bytes after it, into the input buffer; gives the length in bytes. */
  send(body?: string | Uint8Array): number {
    input.refresh();
    const text = typeof body === 'string' ? this.#text + body : this.#text;
    const isUsual = 4 * this.#count <= input.TEXTS_AT && input.putAscii(text);
    const end = isUsual ? this.#sendUsual(text.length) : this.#sendLong(text);
    return body instanceof Uint8Array ? input.putBytes(body, end) : end;
  }

  #sendUsual(length: number): number {
    this.#words[0] = input.TEXTS_AT;
    input.putWords(this.#words, this.#count);
    return input.TEXTS_AT + length;
  }

  #sendLong(text: string): number {
    const start = Math.max(input.TEXTS_AT, 4 * this.#count);
    let end = start;
    let read = 0;
    for (let index = 0; index < this.#texts; index++) {
      const place = this.#places[index] as number;
      const length = (this.#words[place] as number) >>> 3;
      const next = input.putText(text.slice(read, read + length), end);
      this.#words[place] = (next - end) * 8 + STRING;
      end = next;
      read += length;
    }
    end = input.putText(text.slice(read), end);
    this.#words[0] = start;
    input.putBytes(new Uint8Array(this.#words.buffer, 0, 4 * this.#count), 0);
    return end;
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    const places = new Uint32Array(words.length);
    places.set(this.#places);
    this.#places = places;
  }
}

let spare: Frame | undefined;

/**
 * Writes and sends a frame with `call`. A getter or `toJSON` of the value being read may call the library again,
 * so a frame that is in use is not used twice.
 */
export function withFrame<T>(call: (frame: Frame) => T): T {
  const frame = takeFrame();
  try {
    return call(frame);
  } finally {
    giveFrame(frame);
  }
}

/** An empty frame. */
function takeFrame(): Frame {
  const frame = spare ?? new Frame();
  spare = undefined;
  return frame;
}

/** Takes the frame back, and lets go of the texts in it. */
function giveFrame(frame: Frame): void {
  frame.clear();
  spare = frame;
}
