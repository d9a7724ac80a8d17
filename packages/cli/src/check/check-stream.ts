/** Checks an input chunk by chunk: a pipe, gzip, or a file whose rows are written to other files. */
import { type CheckedRow, RowChecker, RowDecoder, type RowsOptions, type RowsReport } from 'auth-object/rows';
import { noRows } from './check-summary.ts';
import type { Checked } from './input-error.ts';
import type { RowFiles } from './row-files.ts';
import type { RowLister } from './row-lister.ts';
import type { Source } from './source.ts';
import { TextWindow } from './text-window.ts';

/** Where the rows go. */
export interface StreamSinks {
  readonly lister: RowLister;
  /** Whether the report lists blank lines of NDJSON too. */
  readonly listsLines: boolean;
  readonly files: RowFiles | undefined;
  /** Gets the bytes that are read, as they are stored, and the rows so far. */
  readonly onProgress: (bytes: number, rows: number) => void;
}

/** Checks an input to its end, or as far as it can be read. */
export async function checkStream(
  name: string,
  source: Source,
  options: RowsOptions,
  sinks: StreamSinks,
  signal: AbortSignal,
): Promise<Checked> {
  const check = new StreamCheck(name, options, sinks);
  const onProgress = () => sinks.onProgress(source.read(), check.total);
  try {
    for await (const chunk of source.chunks) {
      await check.push(chunk);
      onProgress();
      signal.throwIfAborted();
      if (check.isUnreadable) break;
    }
    await check.end();
    onProgress();
    return { report: check.report(), error: source.fault() };
  } catch (error) {
    return { report: check.report(), error };
  }
}

/** The check of one text. */
class StreamCheck {
  readonly #name: string;
  readonly #sinks: StreamSinks;
  readonly #decoder: RowDecoder;
  readonly #checker: RowChecker;
  readonly #text: TextWindow;
  #lines = 0;
  #report: RowsReport | undefined;

  constructor(name: string, { encoding, ...options }: RowsOptions, sinks: StreamSinks) {
    this.#name = name;
    this.#sinks = sinks;
    this.#text = new TextWindow(options.limits);
    this.#decoder = new RowDecoder(encoding);
    this.#checker = new RowChecker({ ...options, encoding: 'utf-8' });
  }

  get isUnreadable(): boolean {
    return this.#checker.isUnreadable;
  }

  get total(): number {
    return this.#checker.total;
  }

  /** Checks the rows that end in this chunk. */
  async push(chunk: Uint8Array): Promise<void> {
    await this.#check(this.#decoder.push(chunk));
  }

  /** Checks what is left. */
  async end(): Promise<void> {
    await this.#check(this.#decoder.end());
    for (const rows of this.#checker.lastBatches()) await this.#take(rows);
    this.#report = this.#checker.end();
    this.#lines = this.#report.lines;
    await this.#take([]);
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

  async #check(text: Uint8Array): Promise<void> {
    if (this.#sinks.files !== undefined) this.#text.append(text);
    for (const rows of this.#checker.batches(text)) await this.#take(rows);
    if (this.#sinks.listsLines) this.#lines += linesIn(text);
    await this.#take([]);
  }

  async #take(rows: readonly CheckedRow[]): Promise<void> {
    const { lister, listsLines, files } = this.#sinks;
    const { format, headerBytes, delimiter } = this.#checker;
    await lister.list(rows, listsLines && format === 'ndjson' ? this.#lines : undefined);
    if (files === undefined || format === undefined) return;
    // The header of a CSV file may not have ended yet.
    if (format === 'csv' && headerBytes === 0) return;
    await files.begin(this.#name, { format, header: this.#text.slice(0, headerBytes), delimiter });
    await files.add(this.#name, rows, this.#text);
    const last = rows.at(-1);
    this.#text.drop(last === undefined ? 0 : last.end + last.lineEnd);
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
