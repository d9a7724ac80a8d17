/** Rows as the readers hand them over, whatever the format they stand in. */

/** A row that its reader refuses before the judge sees it. */
export interface Fault {
  readonly code: 'invalid_json' | 'invalid_csv';
  /** What the report says of it; made of our words and numbers only. */
  readonly message: string;
  readonly help: string;
}

/** A stretch of rows. It may be looked at until the reader is asked for the next one. */
export interface Block {
  /** What the judge reads: NDJSON, one line a row, each with its line end; an empty line where the row has a fault. */
  readonly rows: Uint8Array;
  /** Where the lines of `rows` start, in bytes, and one more: where the last one ends. */
  readonly starts: ArrayLike<number>;
  readonly faults: ReadonlyMap<number, Fault>;
  /** Whether `rows` holds the bytes of the source, so that an offset in a row says something to a person. */
  readonly isVerbatim: boolean;
  /** The line of the source, from 1, in which a row begins. */
  lineOf(row: number): number;
  /** A row as it stands in the source, with its line end where the format is one of lines. */
  sourceOf(row: number): Uint8Array;
  /** A row in the source's format with other data, without a line end; `undefined` where there is no place for them. */
  rewrite(row: number, data: unknown): Uint8Array | undefined;
}

/** Takes the bytes of one source as they come. */
export interface RowReader {
  /** @returns The rows that end in this chunk, which may end anywhere. */
  push(chunk: Uint8Array): Block | undefined | Promise<Block | undefined>;
  /** @returns The last rows, which may lack their ends. */
  end(): Block | undefined | Promise<Block | undefined>;
}

/** How many rows a block has, those with a fault and blank ones too. */
export function rowCount(block: Block): number {
  return block.starts.length - 1;
}

/** A row as the judge reads it, without its line end. */
export function rowBytes({ rows, starts }: Block, row: number): Uint8Array {
  return rows.subarray(starts[row], (starts[row + 1] as number) - 1);
}

/** Whether there is nothing but white space; the judge passes over such a row. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13 && byte !== 11));
}
