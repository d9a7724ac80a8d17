/** The files of rows: the accepted ones, the rejected ones, as they are in the input, and the log of repairs. */
import type { CheckedRow, RowFormat } from 'auth-object/rows';
import { AtomicFile, OWNER_ONLY } from './atomic-write.ts';
import { BadRows } from './bad-rows.ts';
import { isFailure } from './failing.ts';
import { rejectionOf } from './rejection.ts';
import { RowFile } from './row-file.ts';
import type { Settings } from './settings.ts';
import type { TextWindow } from './text-window.ts';

/** The beginning of an input. */
export interface Beginning {
  readonly format: RowFormat;
  /** The bytes before the first row of CSV. */
  readonly header: Uint8Array | undefined;
  /** The delimiter of CSV. */
  readonly delimiter: string | undefined;
}

/** The files that were asked for. */
export class RowFiles {
  readonly #ok: RowFile | undefined;
  readonly #bad: BadRows | undefined;
  readonly #log: AtomicFile | undefined;
  readonly #settings: Settings;
  #begun: string | undefined;
  #lost = 0;

  private constructor(files: readonly (AtomicFile | undefined)[], settings: Settings) {
    const [ok, bad, log] = files;
    this.#ok = ok && new RowFile(ok);
    this.#bad = bad && new BadRows(settings.outBad as string, bad, settings.files.length > 1);
    this.#log = log;
    this.#settings = settings;
  }

  /** @throws UsageError if one of them cannot be written. */
  static async open(settings: Settings): Promise<RowFiles | undefined> {
    const paths = [settings.outOk, settings.outBad, settings.repairLog];
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
    return new RowFiles(files, settings);
  }

  /** How many rejected rows were too long to be written. */
  get lost(): number {
    return this.#lost;
  }

  /**
   * Before the first row of an input; does nothing if the input has begun already.
   *
   * @throws UsageError if the rows do not go into one file with those of the input before.
   */
  async begin(input: string, { format, header = new Uint8Array(0), delimiter }: Beginning): Promise<void> {
    if (this.#begun === input) return;
    this.#begun = input;
    await this.#ok?.begin(format, Buffer.from(header));
    await this.#bad?.begin(format, Buffer.from(header), delimiter);
  }

  /** @param text - Has the bytes of the rows. A fault between two rows has none. */
  async add(input: string, rows: readonly CheckedRow[], text: TextWindow): Promise<void> {
    const changes: string[] = [];
    for (const row of rows) {
      for (const change of row.repaired?.changes ?? []) {
        changes.push(`${JSON.stringify({ file: input, line: row.line, ...change })}\n`);
      }
      const isBad = !row.ok && isFailure(row, this.#settings);
      if ((isBad ? this.#bad : this.#ok) === undefined || row.start === row.end) continue;
      const bytes = text.slice(row.start, row.end);
      const lineEnd = text.slice(row.end, row.end + row.lineEnd);
      if (bytes === undefined || lineEnd === undefined) this.#lost += 1;
      else if (isBad) this.#bad?.add(bytes, lineEnd, rejectionOf(input, row));
      else this.#ok?.add(newText(row) ?? bytes, lineEnd);
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
