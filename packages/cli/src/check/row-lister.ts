/** Lists the rows of one input in the report. */
import type { CheckedRow } from 'auth-object/rows';
import { rejectionOf } from './rejection.ts';
import type { Report } from './reports/report.ts';

/** The listed rows are written after this number: a part of a large file may have very many. */
const ROWS_AT_ONCE = 4096;

export class RowLister {
  readonly #file: string;
  readonly #report: Report;
  readonly #flush: () => Promise<void>;
  /** The first line that is not listed. */
  #nextLine = 1;

  /** @param flush - Writes what the report has listed so far. */
  constructor(file: string, report: Report, flush: () => Promise<void>) {
    this.#file = file;
    this.#report = report;
    this.#flush = flush;
  }

  /** @param lines - If blank lines are listed too: how many lines have been read. */
  async list(rows: readonly CheckedRow[], lines?: number): Promise<void> {
    for (const [index, row] of rows.entries()) {
      if (lines !== undefined) this.#listBlank(row.line);
      if (!row.ok) this.#report.rejected(rejectionOf(this.#file, row));
      else this.#report.accepted?.({ file: this.#file, line: row.line, isBlank: false, hints: row.hints });
      this.#nextLine = row.line + 1;
      if ((index + 1) % ROWS_AT_ONCE === 0) await this.#flush();
    }
    if (lines !== undefined) this.#listBlank(lines + 1);
    await this.#flush();
  }

  /** Lists the lines before this one that have no row. */
  #listBlank(line: number): void {
    for (; this.#nextLine < line; this.#nextLine++) {
      this.#report.accepted?.({ file: this.#file, line: this.#nextLine, isBlank: true, hints: [] });
    }
  }
}
