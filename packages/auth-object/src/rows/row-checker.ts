/** Checks a file of rows in chunks. */

import { type ChunkResult, EMPTY_FILE, type FileState } from '../wasm/glue.ts';
import { expand } from './expand-rows.ts';
import type { RowsReport } from './report.ts';
import type { CheckedRow } from './row.ts';
import { RowReader } from './row-reader.ts';
import type { RowFormat, RowsOptions } from './rows-options.ts';

/**
 * Checks a file of rows in chunks of any size: NDJSON, JSON or CSV. It keeps only counts, so that memory stays flat.
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
  #state: FileState = EMPTY_FILE;

  /** @throws TypeError if an option is unknown or has the wrong type; whatever a getter of the options throws. */
  constructor(options: RowsOptions = {}) {
    this.#reader = new RowReader('RowChecker', options);
  }

  /** The format of the file; `undefined` until it is found. */
  get format(): RowFormat | undefined {
    return this.#state.format;
  }

  /** The number of bytes before the first row of CSV: byte order mark, `sep=;` and header with line ends. 0 for other formats. */
  get headerBytes(): number {
    return this.#state.headerBytes;
  }

  /** The delimiter of CSV; `undefined` until the header is read. */
  get delimiter(): string | undefined {
    return this.#state.delimiter;
  }

  /** The number of rows so far, listed or not. */
  get total(): number {
    return this.#state.total;
  }

  /** Whether the rest of the file cannot be read. `unreadable` in the report says why. */
  get isUnreadable(): boolean {
    return this.#state.isUnreadable;
  }

  /**
   * Reads a chunk, which may end anywhere, even inside a row or a character.
   *
   * @returns The listed rows that end in this chunk, in order.
   * @throws TypeError if the chunk is not a string or bytes, or after `end`; AuthObjectError, after which a new checker must
   *   read the file from its start; whatever `linkedAccounts.has` throws, which ends the checker.
   */
  push(chunk: string | Uint8Array | ArrayBuffer): CheckedRow[] {
    const rows: CheckedRow[] = [];
    for (const found of this.#reader.push(chunk)) this.#take(found, rows);
    return rows;
  }

  /**
   * Reads a chunk as `push` does, and yields its listed rows a few thousand at a time. A hostile file may list millions of
   * rows at once: after a quote that is not closed, 16 MiB are read as rows of their own. Nothing is read
   * before you loop. Take all of them before the next call, which throws otherwise.
   *
   * @throws As `push`.
   *
   * @example
   * ```ts
   * for await (const chunk of stream) for (const rows of checker.batches(chunk)) await save(rows);
   * for (const rows of checker.lastBatches()) await save(rows);
   * const { total, accepted, rejected } = checker.end();
   * ```
   */
  *batches(chunk: string | Uint8Array | ArrayBuffer): Generator<CheckedRow[], void> {
    yield* this.#batches(this.#reader.push(chunk));
  }

  /** Reads the last rows as `batches` does, so that `end` has none. No `push` or `batches` can follow. */
  *lastBatches(): Generator<CheckedRow[], void> {
    yield* this.#batches(this.#reader.last());
  }

  /**
   * Ends the file. The last row needs no line end.
   *
   * @returns The report. Its `rows` are the listed rows that no `push` has returned.
   * @throws TypeError if called twice; otherwise as `push`.
   */
  end(): RowsReport {
    const rows: CheckedRow[] = [];
    for (const found of this.#reader.last()) this.#take(found, rows);
    const { report } = this.#reader.end();
    return { ...JSON.parse(report), rows };
  }

  /**
   * Returns the report so far, without rows. A row that has not ended is not counted.
   *
   * @throws TypeError after `end`; AuthObjectError as `push`.
   */
  report(): RowsReport {
    return this.#reader.report();
  }

  *#batches(results: Iterable<ChunkResult>): Generator<CheckedRow[], void> {
    for (const found of results) {
      const rows: CheckedRow[] = [];
      this.#take(found, rows);
      if (rows.length > 0) yield rows;
    }
  }

  #take(found: ChunkResult, rows: CheckedRow[]): void {
    for (const row of expand(found, this.#reader.changesOf)) rows.push(row);
    this.#state = JSON.parse(found.state);
  }
}
