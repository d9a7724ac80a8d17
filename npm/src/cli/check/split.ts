/** Writes the accepted rows to one file and the refused ones to another, as they stand in the source. */

import { UsageError } from '../usage-error.js';
import type { Refused } from './judge.js';
import { OWNER_ONLY, PartFile } from './part-file.js';
import { type Block, isBlank, rowBytes, rowCount } from './read/block.js';
import type { Format } from './read/format.js';
import type { Rows } from './read/rows.js';
import type { Repaired } from './repair.js';

const LINE_FEED = Buffer.from('\n');
const WINDOWS_END = Buffer.from('\r\n');
const MARK = Buffer.from('\ufeff');
const BETWEEN_ELEMENTS = Buffer.from(',\n');

/** The two files; each may be absent. */
export class Split {
  readonly #ok: RowFile | undefined;
  readonly #bad: RowFile | undefined;

  private constructor(ok: RowFile | undefined, bad: RowFile | undefined) {
    this.#ok = ok;
    this.#bad = bad;
  }

  /** @throws UsageError where a file cannot be written. */
  static async create(ok: string | undefined, bad: string | undefined): Promise<Split> {
    const okFile = ok === undefined ? undefined : new RowFile(await PartFile.create('--out-ok', ok, OWNER_ONLY));
    try {
      return new Split(
        okFile,
        bad === undefined ? undefined : new RowFile(await PartFile.create('--out-bad', bad, OWNER_ONLY)),
      );
    } catch (error) {
      okFile?.drop();
      throw error;
    }
  }

  /**
   * Before the first block of a source.
   *
   * @param header - Of CSV.
   * @throws UsageError where the rows do not fit to those of the source before.
   */
  async begin({ format, hasMark }: Pick<Rows, 'format' | 'hasMark'>, header: Uint8Array | undefined): Promise<void> {
    for (const file of [this.#ok, this.#bad]) await file?.begin(format, header, hasMark);
  }

  /** Blank lines are no rows, and stand in neither. */
  async add(block: Block, refused: readonly Refused[], changed: Repaired['changed']): Promise<void> {
    const bad = new Set(refused.map(({ row }) => row));
    for (let row = 0; row < rowCount(block); row++) {
      if (bad.has(row)) this.#bad?.add(block.sourceOf(row));
      else if (!isBlank(rowBytes(block, row))) this.#ok?.add(withEnd(block.sourceOf(row), changed.get(row)?.source));
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

/** What to write for a row: the changed one with the line end of the other. */
function withEnd(source: Uint8Array, changed: Uint8Array | undefined): Uint8Array {
  if (changed === undefined) return source;
  return Buffer.from(source.slice(-2)).equals(WINDOWS_END) ? Buffer.concat([changed, WINDOWS_END]) : changed;
}

function textOf(header: Uint8Array | undefined): string {
  return Buffer.from(header ?? [])
    .toString('latin1')
    .trimEnd();
}

/** A file of rows in one format. */
class RowFile {
  readonly #file: PartFile;
  #format: Format | undefined;
  #header: Uint8Array | undefined;
  #isEmpty = true;
  #waiting: Uint8Array[] = [];

  constructor(file: PartFile) {
    this.#file = file;
  }

  async begin(format: Format, header: Uint8Array | undefined, hasMark: boolean): Promise<void> {
    if (this.#format === undefined) {
      this.#format = format;
      this.#header = header;
      if (format === 'json') this.#waiting.push(Buffer.from('[\n'));
      // Spreadsheets read CSV as UTF-8 by its mark.
      if (header !== undefined && hasMark) this.#waiting.push(MARK);
      if (header !== undefined && header.length > 0) this.#line(header);
      return this.flush();
    }
    if (format !== this.#format) {
      throw new UsageError(`inputs of several formats cannot be split into one file: ${this.#format} and ${format}.`);
    }
    if (header !== undefined && textOf(header) !== textOf(this.#header)) {
      throw new UsageError('CSV files whose headers differ cannot be split into one file; check them one by one.');
    }
  }

  add(row: Uint8Array): void {
    // A fault of the array rather than of a row.
    if (row.length === 0) return;
    if (this.#format === 'json') this.#waiting.push(...(this.#isEmpty ? [] : [BETWEEN_ELEMENTS]), row);
    else this.#line(row);
    this.#isEmpty = false;
  }

  #line(row: Uint8Array): void {
    this.#waiting.push(row);
    if (row.at(-1) !== 10 && row.at(-1) !== 13) this.#waiting.push(LINE_FEED);
  }

  /** Copies: what the rows stand in is used again for the next ones. */
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
