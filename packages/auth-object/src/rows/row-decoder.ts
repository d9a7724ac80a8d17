/** Gives the text that a {@link RowChecker} reads, for programs that need the bytes of its rows. */
import { checkOptions } from '../check/option-rules.ts';
import { bytesOf, joinBytes } from '../wasm/bytes.ts';
import { ChunkDecoder } from './chunk-decoder.ts';
import { ENCODING } from './rows-flags.ts';

const encoder = new TextEncoder();

/**
 * Decodes a file of rows as {@link RowChecker} does: UTF-8 stays as it is; UTF-16 becomes UTF-8, without its byte order
 * mark. `start` and `end` of a {@link CheckedRow} are offsets in this text.
 *
 * @example
 * ```ts
 * const decoder = new RowDecoder();
 * for await (const chunk of createReadStream("rows.csv")) text.push(decoder.push(chunk));
 * text.push(decoder.end());
 * ```
 */
export class RowDecoder {
  readonly #decoder: ChunkDecoder;

  /**
   * @param encoding - A label of `TextDecoder`, as the option `encoding` of {@link RowsOptions}.
   * @throws TypeError if the label is unknown.
   */
  constructor(encoding?: string) {
    checkOptions('RowDecoder', { encoding }, new Map([['encoding', ENCODING]]));
    this.#decoder = new ChunkDecoder(encoding);
  }

  /** The encoding of the file, as `TextDecoder` calls it, such as `utf-16le`. `undefined` until the first four bytes show it. */
  get encoding(): string | undefined {
    return this.#decoder.encoding;
  }

  /**
   * Decodes a chunk.
   *
   * @returns The text as UTF-8, which may share the chunk's memory. Half a character at the end waits for the next chunk.
   * @throws TypeError if the chunk is not bytes.
   */
  push(chunk: Uint8Array | ArrayBuffer): Uint8Array {
    const bytes = bytesOf(chunk);
    if (bytes === undefined) throw new TypeError('RowDecoder.push: a chunk must be a Uint8Array or an ArrayBuffer.');
    return utf8Of([...this.#decoder.read(bytes)]);
  }

  /** Ends the file. Returns what is left of the last chunk. */
  end(): Uint8Array {
    return utf8Of([...this.#decoder.end()]);
  }
}

function utf8Of(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : joinBytes(parts);
}
