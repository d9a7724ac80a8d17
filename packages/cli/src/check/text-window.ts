/** The part of a text that is still needed: what the checker has not got yet, and the rows that are not written yet. */

const LINE_FEED = 10;
/** A line that is longer goes to the checker in pieces. */
const LONGEST_LINE_BYTES = 1 << 20;
/** How much of the text is kept at most: twice the length that a row may have. */
const MOST_BYTES = 1 << 25;

/** Keeps the bytes of a text from one place on. Places count from the first byte of the text. */
export class TextWindow {
  #buffer = Buffer.allocUnsafe(1 << 19);
  /** The place of the first byte of the buffer. */
  #origin = 0;
  /** The places where the kept bytes start, from where on the checker has not got them, and where they end. */
  #start = 0;
  #next = 0;
  #end = 0;

  /** Adds to the end. */
  append(bytes: Uint8Array): void {
    if (this.#end - this.#origin + bytes.length > this.#buffer.length) this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#end - this.#origin);
    this.#end += bytes.length;
  }

  /**
   * The whole lines that the checker has not got. The start of a line waits for the rest of it: if the input breaks off
   * there, it is not taken for a row.
   *
   * @returns Bytes that are valid until the next `append`.
   */
  takeLines(): Uint8Array {
    const waiting = this.#bytes(this.#next, this.#end);
    const end = waiting.lastIndexOf(LINE_FEED) + 1;
    return this.#take(waiting.length - end > LONGEST_LINE_BYTES ? waiting : waiting.subarray(0, end));
  }

  /** Everything that the checker has not got. */
  takeAll(): Uint8Array {
    return this.#take(this.#bytes(this.#next, this.#end));
  }

  /** @returns The bytes between two places, valid until the next `append`; `undefined` if they are not kept any more. */
  slice(start: number, end: number): Uint8Array | undefined {
    return start < this.#start ? undefined : this.#bytes(start, end);
  }

  /** Drops what is before a place, or if that is too little, what is too long to be a row. */
  drop(place: number): void {
    this.#start = Math.max(this.#start, Math.min(Math.max(place, this.#end - MOST_BYTES), this.#next));
  }

  /** The place after everything that the checker has got. */
  get taken(): number {
    return this.#next;
  }

  #bytes(start: number, end: number): Buffer {
    return this.#buffer.subarray(start - this.#origin, end - this.#origin);
  }

  #take(bytes: Uint8Array): Uint8Array {
    this.#next += bytes.length;
    return bytes;
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
