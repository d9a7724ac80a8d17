/** The part of a text that may still be needed: the rows that are not written yet. */

import { DEFAULT_LIMITS, type Limits } from 'auth-object';

/** Keeps the bytes of a text from one place on. Places count from the first byte of the text. */
export class TextWindow {
  #buffer = Buffer.allocUnsafe(1 << 19);
  /** The place of the first byte of the buffer. */
  #origin = 0;
  /** The places where the kept bytes start and end. */
  #start = 0;
  #end = 0;
  /** How much is kept at most: twice the length that a row may have. A rejected row may be longer than the limit. */
  readonly #most: number;

  constructor({ requestBytes = 0 }: Limits = {}) {
    this.#most = 2 * Math.max(requestBytes, DEFAULT_LIMITS.requestBytes);
  }

  /** Adds to the end. */
  append(bytes: Uint8Array): void {
    if (this.#end - this.#origin + bytes.length > this.#buffer.length) this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#end - this.#origin);
    this.#end += bytes.length;
  }

  /** @returns The bytes between two places, valid until the next `append`; `undefined` if they are not kept any more. */
  slice(start: number, end: number): Uint8Array | undefined {
    return start < this.#start ? undefined : this.#bytes(start, end);
  }

  /** Drops what is before a place, and what is too long to be a row. */
  drop(place: number): void {
    this.#start = Math.max(this.#start, place, this.#end - this.#most);
  }

  #bytes(start: number, end: number): Buffer {
    return this.#buffer.subarray(start - this.#origin, end - this.#origin);
  }

  /** Doubles the buffer unless half of it is free, so that no byte is moved often, however small the chunks are. */
  #makeRoom(bytes: number): void {
    const kept = this.#bytes(this.#start, this.#end);
    const needed = 2 * (kept.length + bytes);
    if (needed <= this.#buffer.length) {
      this.#buffer.copyWithin(0, this.#start - this.#origin, this.#end - this.#origin);
    } else {
      const larger = Buffer.allocUnsafe(needed);
      larger.set(kept);
      this.#buffer = larger;
    }
    this.#origin = this.#start;
  }
}
