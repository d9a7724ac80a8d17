/** NDJSON: the bytes go to the judge as they are. */
import type { Block, RowReader } from './block.js';
import { Pending } from './pending.js';

const LINE_END = 10;

/** Reads one row a line; a row may lack the last line end. */
export class NdjsonReader implements RowReader {
  readonly #begun = new Pending();
  #line: number;

  /** @param line - The line that the bytes start in, from 1. */
  constructor(line = 1) {
    this.#line = line;
  }

  push(chunk: Buffer): Block | undefined {
    const end = chunk.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      this.#begun.append(chunk);
      return undefined;
    }
    const whole = chunk.subarray(0, end);
    const rows = this.#begun.length === 0 ? whole : Buffer.concat([this.#begun.bytes, whole]);
    this.#begun.drop(this.#begun.length);
    this.#begun.append(chunk.subarray(end));
    return this.#block(rows);
  }

  end(): Block | undefined {
    if (this.#begun.length === 0) return undefined;
    this.#begun.append(Buffer.of(LINE_END));
    return this.#block(this.#begun.bytes);
  }

  #block(rows: Buffer): Block {
    const starts = [0];
    for (let at = rows.indexOf(LINE_END); at >= 0; at = rows.indexOf(LINE_END, at + 1)) starts.push(at + 1);
    const first = this.#line;
    this.#line += starts.length - 1;
    return {
      rows,
      starts,
      faults: new Map(),
      isVerbatim: true,
      lineOf: (row) => first + row,
      sourceOf: (row) => rows.subarray(starts[row], starts[row + 1]),
      rewrite: (_, data) => Buffer.from(JSON.stringify(data)),
    };
  }
}
