/** The part of a text that is still needed: what the checker has not got yet, and the rows that are not written yet. */

const LINE_FEED = 10;
/** A line that is longer goes to the checker in pieces. */
const LONGEST_LINE_BYTES = 1 << 20;
/** So much of the text is kept at most: twice the length that a row may have. */
const MOST_BYTES = 1 << 25;

/** Keeps the bytes of a text from one place on. Places count from the first byte of the text. */
export class TextWindow {
  #buffer = Buffer.allocUnsafe(1 << 19);
  #length = 0;
  /** The place of the first byte in the buffer. */
  #start = 0;
  /** The place of the first byte that the checker has not got. */
  #next = 0;

  /** Adds to the end. The buffer grows by doubling, as a long row may come in small chunks. */
  append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = length;
  }

  /**
   * The whole lines that the checker has not got. The start of a line waits for the rest of it: if the input breaks off
   * there, it is not taken for a row.
   *
   * @returns Bytes that are valid until the next call.
   */
  takeLines(): Uint8Array {
    const waiting = this.#buffer.subarray(this.#next - this.#start, this.#length);
    const end = waiting.lastIndexOf(LINE_FEED) + 1;
    return this.#take(waiting.length - end > LONGEST_LINE_BYTES ? waiting : waiting.subarray(0, end));
  }

  /** Everything that the checker has not got. */
  takeAll(): Uint8Array {
    return this.#take(this.#buffer.subarray(this.#next - this.#start, this.#length));
  }

  /** @returns The bytes between two places, valid until the next call; `undefined` if they are not kept any more. */
  slice(start: number, end: number): Uint8Array | undefined {
    return start < this.#start ? undefined : this.#buffer.subarray(start - this.#start, end - this.#start);
  }

  /** Drops what is before a place, or if that is too little, what is too long to be a row. */
  drop(place: number): void {
    const most = this.#start + this.#length - MOST_BYTES;
    const start = Math.min(Math.max(place, most), this.#next);
    if (start <= this.#start) return;
    this.#buffer.copyWithin(0, start - this.#start, this.#length);
    this.#length -= start - this.#start;
    this.#start = start;
  }

  /** The place after everything that the checker has got. */
  get taken(): number {
    return this.#next;
  }

  #take(bytes: Uint8Array): Uint8Array {
    this.#next += bytes.length;
    return bytes;
  }
}
