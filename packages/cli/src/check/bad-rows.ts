/** The rejected rows with their reasons: in columns of CSV, or in a file beside NDJSON and JSON. */
import type { RowFormat } from 'auth-object/rows';
import type { AtomicFile } from './atomic-write.ts';
import { ReasonColumns } from './reason-columns.ts';
import { ReasonsFile } from './reasons-file.ts';
import { helpsOf, type Rejection } from './rejection.ts';
import { inputName } from './reports/report.ts';
import { RowFile } from './row-file.ts';

export class BadRows {
  readonly #rows: RowFile;
  /** The name of the file; `undefined` if nothing can be beside it, such as a pipe. */
  readonly #path: string | undefined;
  /** Whether lines are named with their file. */
  readonly #namesFiles: boolean;
  #columns: ReasonColumns | undefined;
  #reasons: ReasonsFile | undefined;

  constructor(path: string, file: AtomicFile, namesFiles: boolean) {
    this.#rows = new RowFile(file);
    this.#path = file.isPipe ? undefined : path;
    this.#namesFiles = namesFiles;
  }

  /** @throws UsageError if the rows do not fit into the file with those of the input before. */
  async begin(format: RowFormat, header: Buffer, delimiter: string | undefined): Promise<void> {
    if (delimiter !== undefined) {
      this.#columns = new ReasonColumns(header, delimiter);
      return this.#rows.begin(format, this.#columns.header);
    }
    await this.#rows.begin(format, header);
    if (this.#path !== undefined) this.#reasons ??= await ReasonsFile.create(this.#path);
  }

  add(row: Uint8Array, lineEnd: Uint8Array, rejection: Rejection): void {
    const { file, line, cause } = rejection;
    const place = this.#namesFiles ? `${inputName(file)}:${line}` : String(line);
    const reason = [place, cause.code, helpsOf(rejection).join(' ')] as const;
    this.#rows.add(this.#columns === undefined ? row : this.#columns.row(row, reason), lineEnd);
    this.#reasons?.add(rejection);
  }

  async flush(): Promise<void> {
    await this.#rows.flush();
    await this.#reasons?.flush();
  }

  async finish(): Promise<void> {
    await this.#reasons?.finish();
    await this.#rows.finish();
  }

  drop(): void {
    this.#reasons?.drop();
    this.#rows.drop();
  }
}
