/** A file of rows in one format. */
import type { RowFormat } from 'auth-object/rows';
import { UsageError } from '../command/usage-error.ts';
import type { AtomicFile } from './atomic-write.ts';

const LINE_FEED = Buffer.from('\n');
const BETWEEN_ELEMENTS = Buffer.from(',\n');

export class RowFile {
  readonly #file: AtomicFile;
  #format: RowFormat | undefined;
  #header = '';
  #isEmpty = true;
  #waiting: Uint8Array[] = [];

  constructor(file: AtomicFile) {
    this.#file = file;
  }

  /** @throws UsageError if the rows do not fit into the file with those of the input before. */
  async begin(format: RowFormat, header: Buffer): Promise<void> {
    // The same header may have a byte order mark in one file, and another line end.
    const name = header
      .toString()
      .replace(/^\ufeff/, '')
      .trimEnd();
    if (this.#format === undefined) {
      this.#format = format;
      this.#header = name;
      if (format === 'json') this.#waiting.push(Buffer.from('[\n'));
      if (header.length > 0) this.#waiting.push(header, ...(endsLine(header) ? [] : [LINE_FEED]));
      return this.flush();
    }
    if (format !== this.#format) {
      throw new UsageError(`Inputs of several formats cannot be split into one file: ${this.#format} and ${format}.`);
    }
    if (name !== this.#header) {
      throw new UsageError('CSV files with different headers cannot be split into one file; check them one by one.');
    }
  }

  add(row: Uint8Array, lineEnd: Uint8Array): void {
    if (this.#format === 'json') this.#waiting.push(...(this.#isEmpty ? [] : [BETWEEN_ELEMENTS]), row);
    else this.#waiting.push(row, lineEnd.length > 0 ? lineEnd : LINE_FEED);
    this.#isEmpty = false;
  }

  /** Copies: the memory of the rows is used again for the next ones. */
  async flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.#file.write(Buffer.concat(this.#waiting));
    this.#waiting = [];
  }

  async finish(): Promise<void> {
    if (this.#format === 'json') await this.#file.write(this.#isEmpty ? ']\n' : '\n]\n');
    await this.#file.finish();
  }

  drop(): void {
    this.#file.drop();
  }
}

function endsLine(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  return last === 10 || last === 13;
}
