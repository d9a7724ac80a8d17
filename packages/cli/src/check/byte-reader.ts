/** Reads chunks of bytes in pieces of any length. */

const NOTHING = Buffer.alloc(0);

export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = NOTHING;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** @returns The next bytes, at least one; `undefined` at the end. */
  async next(): Promise<Buffer | undefined> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next();
      if (done) return undefined;
      this.#rest = value;
    }
    const bytes = this.#rest;
    this.#rest = NOTHING;
    return bytes;
  }

  /** @returns The next bytes; fewer only at the end. */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  /** @returns The same as `take`, but the bytes can be read again. */
  async peek(count: number): Promise<Buffer> {
    while (this.#rest.length < count) {
      const { value, done } = await this.#chunks.next();
      if (done) break;
      this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    }
    return this.#rest.subarray(0, count);
  }

  /** Puts bytes back. */
  unread(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([bytes, this.#rest]);
  }

  /** The remaining bytes. */
  async *all(): AsyncGenerator<Buffer, undefined> {
    for (let bytes = await this.next(); bytes !== undefined; bytes = await this.next()) yield bytes;
    return undefined;
  }

  /** Reads no more. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
