/** The files of rows: the accepted ones, the rejected ones, as they are in the input, and the log of repairs. */
import type { CheckedRow, RowFormat } from 'auth-object/rows';
import { UsageError } from '../command/usage-error.ts';
import { AtomicFile, OWNER_ONLY } from './atomic-write.ts';
import type { Settings } from './settings.ts';
import type { TextWindow } from './text-window.ts';

const LINE_FEED = Buffer.from('\n');
const BETWEEN_ELEMENTS = Buffer.from(',\n');

/** The files that were asked for. */
export class RowFiles {
  readonly #ok: RowFile | undefined;
  readonly #bad: RowFile | undefined;
  readonly #log: AtomicFile | undefined;
  #begun: string | undefined;
  #lost = 0;

  private constructor(files: readonly (AtomicFile | undefined)[]) {
    const [ok, bad, log] = files;
    this.#ok = ok && new RowFile(ok);
    this.#bad = bad && new RowFile(bad);
    this.#log = log;
  }

  /** @throws UsageError if one of them cannot be written. */
  static async open({ outOk, outBad, repairLog }: Settings): Promise<RowFiles | undefined> {
    const paths = [outOk, outBad, repairLog];
    if (paths.every((path) => path === undefined)) return undefined;
    const files: (AtomicFile | undefined)[] = [];
    try {
      for (const path of paths) {
        files.push(path === undefined ? undefined : await AtomicFile.create(path, OWNER_ONLY));
      }
    } catch (error) {
      for (const file of files) file?.drop();
      throw error;
    }
    return new RowFiles(files);
  }

  /** How many rejected rows were too long to be written. */
  get lost(): number {
    return this.#lost;
  }

  /**
   * Before the first row of an input; does nothing if the input has begun already.
   *
   * @param header - The bytes before the first row of CSV.
   * @throws UsageError if the rows do not go into one file with those of the input before.
   */
  async begin(input: string, format: RowFormat, header: Uint8Array = new Uint8Array(0)): Promise<void> {
    if (this.#begun === input) return;
    this.#begun = input;
    for (const file of [this.#ok, this.#bad]) await file?.begin(format, Buffer.from(header));
  }

  /** @param text - Has the bytes of the rows. A fault between two rows has none. */
  async add(input: string, rows: readonly CheckedRow[], text: TextWindow): Promise<void> {
    const changes: string[] = [];
    for (const row of rows) {
      for (const change of row.repaired?.changes ?? []) {
        changes.push(`${JSON.stringify({ file: input, line: row.line, ...change })}\n`);
      }
      const file = row.ok ? this.#ok : this.#bad;
      if (file === undefined || row.start === row.end) continue;
      const bytes = text.slice(row.start, row.end);
      const lineEnd = text.slice(row.end, row.end + row.lineEnd);
      if (bytes === undefined || lineEnd === undefined) this.#lost += 1;
      else file.add(newText(row) ?? bytes, lineEnd);
    }
    await this.#ok?.flush();
    await this.#bad?.flush();
    if (changes.length > 0) await this.#log?.write(changes.join(''));
  }

  /** Gives the files their names. */
  async finish(): Promise<void> {
    for (const file of [this.#ok, this.#bad, this.#log]) await file?.finish();
  }

  /** Deletes what is not finished: a part of the accepted rows would pass for all of them. */
  drop(): void {
    for (const file of [this.#ok, this.#bad, this.#log]) file?.drop();
  }
}

/** A row that is not written as it is in the input: repaired, or of JSON with other keys. */
function newText(row: CheckedRow): Uint8Array | undefined {
  const text = row.repaired?.text ?? (row.ok ? row.mapped : undefined);
  return text === undefined ? undefined : Buffer.from(text);
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
