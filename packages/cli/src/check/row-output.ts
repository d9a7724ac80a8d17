/** Hands the rows of one input over to the report and the files. */
import type { CheckedRow, RowFormat } from 'auth-object/rows';
import type { AtomicFile } from './atomic-write.ts';
import { rejectionOf } from './rejection.ts';
import type { Report } from './report/report-text.ts';
import type { Split } from './split-rows.ts';
import type { TextWindow } from './text-window.ts';

/** How many rows are listed before they are written: a part of a large file may have very many. */
const ROWS_AT_ONCE = 4096;

/** Takes what is found in all inputs. */
export interface Sinks {
  readonly report: Report;
  /** Writes what the report has listed so far. */
  readonly flush: () => Promise<void>;
  readonly split: Split | undefined;
  readonly repairLog: AtomicFile | undefined;
  /** Both are of this input: bytes as they are stored, and rows. */
  readonly progress: (bytes: number, rows: number) => void;
}

/** How much of a text the rows are of. */
export interface TextState {
  readonly format: RowFormat | undefined;
  /** Of CSV: the bytes before the first row; 0 until they are known. */
  readonly headerBytes: number;
  /** How many lines the checker has got. */
  readonly lines: number;
}

/** Takes the rows of one input in order. */
export class RowOutput {
  readonly #file: string;
  readonly #sinks: Sinks;
  /** Whether the report lists blank lines of NDJSON, too. */
  readonly countsLines: boolean;
  /** The first line that the report has not listed. */
  #nextLine = 1;
  #isBegun = false;

  constructor(file: string, sinks: Sinks, countsLines: boolean) {
    this.#file = file;
    this.#sinks = sinks;
    this.countsLines = countsLines;
  }

  /** @param text - Has the bytes of the rows. */
  async take(rows: readonly CheckedRow[], text: TextWindow, { format, headerBytes, lines }: TextState): Promise<void> {
    const { split, flush } = this.#sinks;
    const listsLines = this.countsLines && format === 'ndjson';
    for (const row of rows) {
      if (listsLines) this.#listBlank(row.line);
      this.#list(row);
      this.#nextLine = row.line + 1;
    }
    if (listsLines) this.#listBlank(lines + 1);
    if (split === undefined) {
      text.drop(text.taken);
    } else if (format !== undefined && (format !== 'csv' || headerBytes > 0)) {
      if (!this.#isBegun) await split.begin(format, text.slice(0, headerBytes));
      this.#isBegun = true;
      await split.add(rows, text);
      const last = rows.at(-1);
      text.drop(last === undefined ? 0 : last.end + last.lineEnd);
    }
    await this.#log(rows);
    await flush();
  }

  /** Takes rows whose bytes nobody needs. */
  async takeRows(rows: readonly CheckedRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      for (const row of rows.slice(at, at + ROWS_AT_ONCE)) this.#list(row);
      await this.#sinks.flush();
    }
  }

  /** @param bytes - How many have been read of the input, as it is stored. */
  progress(bytes: number, rows: number): void {
    this.#sinks.progress(bytes, rows);
  }

  #list(row: CheckedRow): void {
    const { report } = this.#sinks;
    if (!row.ok) report.rejected(rejectionOf(this.#file, row));
    else report.accepted?.({ file: this.#file, line: row.line, isBlank: false, hints: row.hints });
  }

  /** Lists the lines before this one that have no row. */
  #listBlank(line: number): void {
    const { report } = this.#sinks;
    for (; this.#nextLine < line; this.#nextLine++) {
      report.accepted?.({ file: this.#file, line: this.#nextLine, isBlank: true, hints: [] });
    }
  }

  async #log(rows: readonly CheckedRow[]): Promise<void> {
    const { repairLog } = this.#sinks;
    if (repairLog === undefined) return;
    const lines = rows.flatMap(({ line, repaired }) =>
      (repaired?.changes ?? []).map((change) => `${JSON.stringify({ file: this.#file, line, ...change })}\n`),
    );
    if (lines.length > 0) await repairLog.write(lines.join(''));
  }
}
