/** Writes the accepted rows to one file and the rejected ones to another, as they are in the input. */
import type { CheckedRow, RowFormat } from 'auth-object/rows';
import { UsageError } from '../command/usage-error.ts';
import { OWNER_ONLY, AtomicFile } from './atomic-write.ts';
import type { TextWindow } from './text-window.ts';

const LINE_FEED = Buffer.from('\n');
const BETWEEN_ELEMENTS = Buffer.from(',\n');

/** The two files; each may be absent. */
export class Split {
  readonly #ok: RowFile | undefined;
  readonly #bad: RowFile | undefined;
  #lost = 0;

  private constructor(ok: RowFile | undefined, bad: RowFile | undefined) {
    this.#ok = ok;
    this.#bad = bad;
  }

  /** @throws UsageError if a file cannot be written. */
  static async create(ok: string | undefined, bad: string | undefined): Promise<Split> {
    const okFile = ok === undefined ? undefined : new RowFile(await AtomicFile.create('--out-ok', ok, OWNER_ONLY));
    try {
      return new Split(
        okFile,
        bad === undefined ? undefined : new RowFile(await AtomicFile.create('--out-bad', bad, OWNER_ONLY)),
      );
    } catch (error) {
      okFile?.drop();
      throw error;
    }
  }

  /** How many rejected rows were too long to be written. */
  get lost(): number {
    return this.#lost;
  }

  /**
   * Before the first row of an input.
   *
   * @param header - What is before the first row of CSV.
   * @throws UsageError if the rows do not fit to those of the input before.
   */
  async begin(format: RowFormat, header: Uint8Array = new Uint8Array(0)): Promise<void> {
    for (const file of [this.#ok, this.#bad]) await file?.begin(format, Buffer.from(header));
  }

  /** @param text - Has the bytes of the rows. A fault between two rows has none. */
  async add(rows: readonly CheckedRow[], text: TextWindow): Promise<void> {
    for (const row of rows) {
      const file = row.ok ? this.#ok : this.#bad;
      if (file === undefined || row.start === row.end) continue;
      const bytes = text.slice(row.start, row.end);
      const lineEnd = text.slice(row.end, row.end + row.lineEnd);
      if (bytes === undefined || lineEnd === undefined) this.#lost += 1;
      else file.add(row.repaired === undefined ? bytes : Buffer.from(row.repaired.text), lineEnd);
    }
    await this.#ok?.flush();
    await this.#bad?.flush();
  }

  async finish(): Promise<void> {
    await this.#ok?.finish();
    await this.#bad?.finish();
  }

  drop(): void {
    this.#ok?.drop();
    this.#bad?.drop();
  }
}

/** A file of rows in one format. */
class RowFile {
  readonly #file: AtomicFile;
  #format: RowFormat | undefined;
  #header = '';
  #isEmpty = true;
  #waiting: Uint8Array[] = [];

  constructor(file: AtomicFile) {
    this.#file = file;
  }

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
