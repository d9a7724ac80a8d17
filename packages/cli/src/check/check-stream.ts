/** Checks an input chunk by chunk. */
import { type CheckedRow, RowChecker, RowDecoder, type RowsOptions, type RowsReport } from 'auth-object/rows';
import type { RowOutput } from './row-output.ts';
import type { Source } from './source.ts';
import { noRows } from './check-summary.ts';
import { TextWindow } from './text-window.ts';
import { BrokenError, UnreadableError } from './input-error.ts';

/** How the check of one input ended. */
export interface Checked {
  readonly report: RowsReport;
  /** What ended it early, if something did. */
  readonly error?: unknown;
}

/** How a stream is checked. */
export interface StreamOptions {
  readonly rows: RowsOptions;
  readonly signal: AbortSignal;
  /** Whether to end if the first chunk shows that it is NDJSON that threads can check. */
  readonly endAtNdjson: boolean;
}

/**
 * Checks an input to its end, or as far as it can be read.
 *
 * @returns `undefined` if it ended so that threads can check it. Nothing was written then.
 */
export async function checkStream(
  source: Source,
  { rows, signal, endAtNdjson }: StreamOptions,
  output: RowOutput,
): Promise<Checked | undefined> {
  const check = new StreamCheck(rows, output);
  let isFirst = true;
  try {
    for await (const chunk of source.chunks) {
      check.read(chunk);
      if (isFirst && endAtNdjson && check.format === 'ndjson') return undefined;
      isFirst = false;
      await check.write(source.read());
      signal.throwIfAborted();
      if (check.isUnreadable) break;
    }
    return { report: await check.end(source.read()) };
  } catch (error) {
    if (!isWholeAfter(error)) return { report: check.report(), error };
    try {
      return { report: await check.end(source.read()), error };
    } catch (worse) {
      return { report: check.report(), error: worse };
    }
  }
}

/** Whether the text came to its end before the error. */
function isWholeAfter(error: unknown): boolean {
  return error instanceof UnreadableError || (error instanceof BrokenError && error.isWhole);
}

/** The check of one text. */
class StreamCheck {
  readonly #output: RowOutput;
  readonly #decoder: RowDecoder;
  readonly #text = new TextWindow();
  readonly #checker: RowChecker;
  #rows: CheckedRow[] = [];
  #lines = 0;
  #report: RowsReport | undefined;

  constructor({ encoding, ...options }: RowsOptions, output: RowOutput) {
    this.#output = output;
    this.#decoder = new RowDecoder(encoding);
    this.#checker = new RowChecker({ ...options, encoding: 'utf-8' });
  }

  get format(): RowsReport['format'] {
    return this.#checker.format;
  }

  get isUnreadable(): boolean {
    return this.#checker.isUnreadable;
  }

  /** Checks the rows that end in this chunk. */
  read(chunk: Uint8Array): void {
    this.#push(this.#decoder.push(chunk));
  }

  /** Hands over what was found. @param read - How many bytes of the input have been read, as it is stored. */
  async write(read: number): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    const { format, headerBytes, total } = this.#checker;
    await this.#output.take(rows, this.#text, { format, headerBytes, lines: this.#lines });
    this.#output.progress(read, total);
  }

  /** Checks what is left, and hands it over. */
  async end(read: number): Promise<RowsReport> {
    this.#push(this.#decoder.end());
    const { rows, ...report } = this.#checker.end();
    for (const row of rows) this.#rows.push(row);
    this.#lines = report.lines;
    this.#report = { ...report, rows: [] };
    await this.write(read);
    return this.#report;
  }

  /** The report of the rows so far. */
  report(): RowsReport {
    if (this.#report !== undefined) return this.#report;
    try {
      return this.#checker.report();
    } catch {
      // An error of the checker itself has ended it.
      return noRows();
    }
  }

  #push(text: Uint8Array): void {
    this.#text.append(text);
    for (const row of this.#checker.push(text)) this.#rows.push(row);
    if (this.#output.countsLines) this.#lines += linesIn(text);
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
