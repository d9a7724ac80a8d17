/** Decodes the chunks of a file for the instance, which reads well-formed strings, and bytes as UTF-8. */
import { joinBytes } from '../wasm/bytes.ts';
import { isHighSurrogate, pieces } from '../wasm/input-buffer.ts';

/** How much the instance reads at a time, in bytes or UTF-16 units, so that memory stays flat. */
const PIECE = 1 << 20;
/** The number of bytes that show whether a file is UTF-16. */
const FIRST_BYTES = 4;

/** Decodes the chunks of one file. */
export class ChunkDecoder {
  /** The first bytes, until they show the encoding. */
  #first: Uint8Array | undefined;
  #decoder: TextDecoder | undefined;
  /** The high surrogate at the end of the last string. */
  #half = '';

  /** @param encoding - A label of `TextDecoder`. Without one: UTF-16 if the first bytes look like it, else UTF-8. */
  constructor(encoding: string | undefined) {
    if (encoding === undefined) this.#first = new Uint8Array(0);
    else this.#decoder = decoderFor(encoding);
  }

  /** The encoding, as `TextDecoder` calls it; `undefined` until the first bytes show it. */
  get encoding(): string | undefined {
    return this.#first === undefined ? (this.#decoder?.encoding ?? 'utf-8') : undefined;
  }

  /** Yields the chunk in pieces. What is left of the last chunk comes first; half a character at the end waits. */
  *read(chunk: string | Uint8Array): Generator<string | Uint8Array> {
    if (chunk.length === 0) return;
    if (typeof chunk === 'string') {
      yield* this.#restOfBytes();
      const text = this.#half + chunk;
      const isHalf = isHighSurrogate(text.charCodeAt(text.length - 1));
      this.#half = isHalf ? text.slice(-1) : '';
      yield* pieces(isHalf ? text.slice(0, -1) : text, PIECE);
    } else {
      yield* this.#restOfString();
      const bytes = this.#first === undefined ? chunk : this.#start(this.#first, chunk);
      if (bytes !== undefined) yield* this.#decoded(bytes);
    }
  }

  /** Yields what is left of the last chunk. */
  *end(): Generator<string | Uint8Array> {
    yield* this.#restOfString();
    yield* this.#restOfBytes();
  }

  /** Returns the first bytes once they are enough to show the encoding. */
  #start(first: Uint8Array, chunk: Uint8Array): Uint8Array | undefined {
    const bytes = first.length === 0 ? chunk : joinBytes([first, chunk]);
    if (bytes.length < FIRST_BYTES) {
      // A copy, because the caller may reuse the chunk's memory.
      this.#first = bytes.slice();
      return undefined;
    }
    this.#first = undefined;
    const encoding = wideEncoding(bytes);
    if (encoding !== undefined) this.#decoder = new TextDecoder(encoding);
    return bytes;
  }

  *#decoded(bytes: Uint8Array): Generator<string | Uint8Array> {
    for (const piece of pieces(bytes, PIECE)) {
      const text = this.#decoder === undefined ? piece : this.#decoder.decode(piece, { stream: true });
      if (text.length > 0) yield text;
    }
  }

  *#restOfString(): Generator<string> {
    if (this.#half !== '') yield this.#half;
    this.#half = '';
  }

  *#restOfBytes(): Generator<string | Uint8Array> {
    const first = this.#first;
    this.#first = undefined;
    if (first !== undefined && first.length > 0) yield first;
    const text = this.#decoder?.decode() ?? '';
    if (text !== '') yield text;
  }
}

/** `undefined` for UTF-8: the instance gets its bytes, to find rows that are not UTF-8. */
function decoderFor(encoding: string): TextDecoder | undefined {
  const decoder = new TextDecoder(encoding);
  return decoder.encoding === 'utf-8' ? undefined : decoder;
}

/** Whether a file that starts with these bytes is read as UTF-8 and has no byte order mark. */
export function isUnmarkedUtf8(bytes: Uint8Array): boolean {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return !hasMark && wideEncoding(bytes) === undefined;
}

/** The encoding if the bytes are UTF-16: they have its byte order mark, or two ASCII characters with zeros between. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}
