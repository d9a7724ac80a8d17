/** The rows of a source: its format is found, a byte order mark is passed over. */
import type { Block, RowReader } from './block.js';
import { CsvReader } from './csv.js';
import { markBytes, tellsEncoding, verifyEncoding } from './encoding.js';
import { type Format, formatOf, HEAD_BYTES } from './format.js';
import { JsonReader } from './json.js';
import { NdjsonReader } from './ndjson.js';
import { withFirst } from './source.js';

/** A source whose format is known. */
export interface Rows {
  readonly format: Format;
  /** Whether the source starts with UTF-8's byte order mark. */
  readonly hasMark: boolean;
  /** Of CSV, once the first block has come: its header row, with its line end. */
  readonly header: () => Uint8Array | undefined;
  readonly blocks: AsyncIterable<Block>;
}

/**
 * Looks at the beginning of a source.
 *
 * @param name - Of the file, for where its content does not tell the format.
 * @param format - Where the caller says it.
 * @throws UnreadableError where the content is of no format that is known.
 */
export async function rowsOf(chunks: AsyncIterable<Buffer>, name: string, format?: Format): Promise<Rows> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  for (let found: Format | undefined; ; ) {
    const { value, done } = await iterator.next();
    if (value !== undefined) head = head.length === 0 ? value : Buffer.concat([head, value]);
    const isWhole = done === true || head.length >= HEAD_BYTES;
    if (!isWhole && !tellsEncoding(head)) continue;
    verifyEncoding(head);
    const mark = markBytes(head);
    const text = head.subarray(mark);
    found = format ?? formatOf(text.subarray(0, HEAD_BYTES), isWhole, name);
    if (found === undefined) continue;
    const reader = readerOf(found);
    const rest = { [Symbol.asyncIterator]: () => iterator };
    return {
      format: found,
      hasMark: mark > 0,
      header: () => (reader instanceof CsvReader ? reader.headerSource : undefined),
      blocks: blocksOf(reader, withFirst(text, done === true ? [] : rest)),
    };
  }
}

function readerOf(format: Format): RowReader {
  if (format === 'csv') return new CsvReader();
  return format === 'json' ? new JsonReader() : new NdjsonReader();
}

async function* blocksOf(reader: RowReader, chunks: AsyncIterable<Buffer>): AsyncGenerator<Block> {
  for await (const chunk of chunks) {
    const block = await reader.push(chunk);
    if (block !== undefined) yield block;
  }
  const last = await reader.end();
  if (last !== undefined) yield last;
}
