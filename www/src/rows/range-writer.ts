/** Writes a file from ranges of another one, with text between them. */

/** A range of at least this size is a slice of the file. Shorter ones are copied: a slice takes a browser about half a millisecond. */
const SLICE_BYTES = 1 << 18;
const BUFFER_BYTES = 1 << 20;

interface Chunk {
  readonly start: number;
  readonly bytes: Uint8Array;
}

export class RangeWriter {
  readonly #source: Blob;
  readonly #parts: Blob[] = [];
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  readonly #encoder = new TextEncoder();
  #used = 0;
  /** The last two chunks that were read: ranges are copied out of them. */
  #last: Chunk = { start: 0, bytes: new Uint8Array() };
  #current: Chunk = this.#last;
  /** The range that the next one may continue. */
  #start = 0;
  #end = 0;

  constructor(source: Blob) {
    this.#source = source;
  }

  /** Takes the next chunk of the source, before the ranges that end in it. */
  read(bytes: Uint8Array): void {
    this.#last = this.#current;
    this.#current = { start: this.#last.start + this.#last.bytes.length, bytes };
  }

  /** Adds bytes of the source. */
  range(start: number, end: number): void {
    if (start !== this.#end || this.#start === this.#end) {
      this.#endRange();
      this.#start = start;
    }
    this.#end = end;
  }

  text(text: string): void {
    this.#endRange();
    let rest = text;
    for (;;) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#buffer.subarray(this.#used));
      this.#used += written;
      if (read === rest.length) return;
      rest = rest.slice(read);
      this.#flush();
    }
  }

  /** Returns bytes of the source as text. */
  async textOf(start: number, end: number): Promise<string> {
    const bytes = this.#copied(start, end) ?? (await this.#source.slice(start, end).arrayBuffer());
    return new TextDecoder().decode(bytes);
  }

  blob(type: string): Blob {
    this.#endRange();
    this.#flush();
    return new Blob(this.#parts, { type });
  }

  #endRange(): void {
    const [start, end] = [this.#start, this.#end];
    this.#start = this.#end = 0;
    if (start === end) return;
    const bytes = end - start < SLICE_BYTES ? this.#copied(start, end) : undefined;
    if (bytes === undefined) {
      this.#flush();
      this.#parts.push(this.#source.slice(start, end));
      return;
    }
    if (this.#used + bytes.length > BUFFER_BYTES) this.#flush();
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** `undefined` if the range is not in the last two chunks. */
  #copied(start: number, end: number): Uint8Array | undefined {
    for (const { start: first, bytes } of [this.#current, this.#last]) {
      if (start >= first && end <= first + bytes.length) return bytes.subarray(start - first, end - first);
    }
    const { start: border, bytes } = this.#current;
    const { start: first, bytes: before } = this.#last;
    if (start < first || end > border + bytes.length) return undefined;
    const joined = new Uint8Array(end - start);
    joined.set(before.subarray(start - first));
    joined.set(bytes.subarray(0, end - border), border - start);
    return joined;
  }

  /** Moves the copied bytes into a blob, which the browser may keep outside of the worker's memory. */
  #flush(): void {
    if (this.#used > 0) this.#parts.push(new Blob([this.#buffer.slice(0, this.#used)]));
    this.#used = 0;
  }
}
