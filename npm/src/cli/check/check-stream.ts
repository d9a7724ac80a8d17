/** Checks an input chunk by chunk. */
import type { Found } from '../../glue.js';
import { Decoder, isUnmarkedUtf8 } from '../../rows/decode.js';
import { expand } from '../../rows/expand.js';
import { RowReader } from '../../rows/row-reader.js';
import type { CheckedRow, RowsOptions, RowsReport } from '../../types/rows.js';
import type { RowOutput } from './row-output.js';
import type { Source } from './source.js';
import { noRows } from './summary.js';
import { TextWindow } from './text-window.js';
import { withoutUnfinished } from './unfinished.js';
import { BrokenError, UnreadableError } from './unreadable.js';

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
      if (isFirst && endAtNdjson && check.format === 'ndjson' && isUnmarkedUtf8(chunk)) {
        check.breakOff();
        return undefined;
      }
      isFirst = false;
      await check.write(source.read());
      signal.throwIfAborted();
      if (check.isUnreadable) break;
    }
    return { report: await check.end(source.read()) };
  } catch (error) {
    if (!isWholeAfter(error)) return { report: check.breakOff(), error };
    try {
      return { report: await check.end(source.read()), error };
    } catch (worse) {
      return { report: check.breakOff(), error: worse };
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
  readonly #decoder: Decoder;
  readonly #text = new TextWindow();
  readonly #reader: RowReader;
  #state: Pick<Found, 'format' | 'headerBytes' | 'isUnreadable' | 'total'> = {
    ...{ headerBytes: 0, isUnreadable: false, total: 0 },
  };
  #rows: CheckedRow[] = [];
  #lines = 0;
  #report: RowsReport | undefined;

  constructor({ encoding, ...options }: RowsOptions, output: RowOutput) {
    this.#output = output;
    this.#decoder = new Decoder(encoding);
    // It gets a text that is decoded already.
    this.#reader = new RowReader('check', { ...options, encoding: 'utf-8' });
  }

  get format(): RowsReport['format'] {
    return this.#state.format;
  }

  get isUnreadable(): boolean {
    return this.#state.isUnreadable;
  }

  /** Checks the lines that are whole. */
  read(chunk: Uint8Array): void {
    this.#append(this.#decoder.read(chunk));
    this.#push(this.#text.takeLines());
  }

  /** Hands over what was found. @param read - How many bytes of the input have been read, as it is stored. */
  async write(read: number): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    const { format, headerBytes, total } = this.#state;
    await this.#output.take(rows, this.#text, { format, headerBytes, lines: this.#lines });
    this.#output.progress(read, total);
  }

  /** Checks what is left, and hands it over. */
  async end(read: number): Promise<RowsReport> {
    this.#append(this.#decoder.end());
    this.#push(this.#text.takeAll());
    const { report } = this.#reader.end(this.#keep);
    this.#lines = report.lines;
    this.#report = { ...report, rows: [] };
    await this.write(read);
    return this.#report;
  }

  /** Ends it in the middle. */
  breakOff(): RowsReport {
    if (this.#report !== undefined) return this.#report;
    this.#rows = [];
    try {
      const { report } = this.#reader.end(this.#keep);
      return withoutUnfinished({ ...report, rows: this.#rows });
    } catch {
      // An error of the reader itself has ended it.
      return noRows();
    }
  }

  readonly #keep = (found: Found) => {
    for (const row of expand(found, this.#reader.changesOf)) this.#rows.push(row);
    this.#state = found;
  };

  #append(pieces: Iterable<string | Uint8Array>): void {
    for (const piece of pieces) this.#text.append(typeof piece === 'string' ? Buffer.from(piece) : piece);
  }

  #push(bytes: Uint8Array): void {
    this.#reader.push(bytes, this.#keep);
    if (this.#output.countsLines) this.#lines += linesIn(bytes);
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
