/** Many requests: a file of rows in chunks, and a report. */

import type { ChunkResult } from '../wasm/glue.ts';
import { expand } from './expand-rows.ts';
import type { RowsReport } from './report.ts';
import type { CheckedRow } from './row.ts';
import { RowReader } from './row-reader.ts';
import type { RowFormat, RowsOptions } from './rows-options.ts';

/**
 * Checks a file of rows as it comes, in chunks of any size: NDJSON, JSON or CSV. Keeps only counts, so that the memory
 * stays flat.
 *
 * @example
 * ```ts
 * const checker = new RowChecker({ linkedAccounts: knownIds });
 * for await (const chunk of createReadStream("rows.csv")) {
 *   for (const { line, issues } of checker.push(chunk)) console.log(line, issues[0]?.message);
 * }
 * const { total, accepted, rejected } = checker.end();
 * ```
 */
export class RowChecker {
  readonly #reader: RowReader;
  #last: Pick<ChunkResult, 'format' | 'headerBytes' | 'isUnreadable' | 'total'> = {
    ...{ headerBytes: 0, isUnreadable: false, total: 0 },
  };

  /** @throws TypeError if an option is unknown or has the wrong type. */
  constructor(options: RowsOptions = {}) {
    this.#reader = new RowReader('RowChecker', options);
  }

  /** The format of the file, once it is found. */
  get format(): RowFormat | undefined {
    return this.#last.format;
  }

  /** The bytes of a CSV file before its first row: byte order mark, `sep=;`, header with its line end; 0 for other formats. */
  get headerBytes(): number {
    return this.#last.headerBytes;
  }

  /** The rows so far, listed or not. */
  get total(): number {
    return this.#last.total;
  }

  /** Whether nothing more can be read: the report says why. */
  get isUnreadable(): boolean {
    return this.#last.isUnreadable;
  }

  /**
   * Reads a chunk; it may end anywhere, also in the middle of a row or of a character.
   *
   * @returns The listed rows that end in this chunk, in order.
   * @throws TypeError if the chunk is not a string or bytes, or after `end`; AuthObjectError, after which the rows must be
   *   read again by a new checker; what `linkedAccounts.has` throws, which ends the checker.
   */
  push(chunk: string | Uint8Array | ArrayBuffer): CheckedRow[] {
    const rows: CheckedRow[] = [];
    this.#reader.push(chunk, (found) => this.#take(found, rows));
    return rows;
  }

  /**
   * Reads the last row, which may lack its line end.
   *
   * @returns The report; its `rows` are the listed rows that no `push` has returned.
   * @throws TypeError if called twice; AuthObjectError as `push` does; what `linkedAccounts.has` throws.
   */
  end(): RowsReport {
    const rows: CheckedRow[] = [];
    const { report } = this.#reader.end((found) => this.#take(found, rows));
    return { ...report, rows };
  }

  /**
   * The report so far, without rows. A row that has not ended is not in it: if the source breaks off, nobody knows what
   * it would have been.
   *
   * @throws TypeError after `end`; AuthObjectError as `push` does.
   */
  report(): RowsReport {
    return { ...this.#reader.report(), rows: [] };
  }

  #take(found: ChunkResult, rows: CheckedRow[]): void {
    for (const row of expand(found, this.#reader.changesOf)) rows.push(row);
    this.#last = found;
  }
}
