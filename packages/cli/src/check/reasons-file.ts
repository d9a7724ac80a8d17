/** A file beside `--out-bad` that says why each row of NDJSON or JSON is rejected: a line for each row, in order. */
import { AtomicFile, OWNER_ONLY } from './atomic-write.ts';
import { helpsOf, type Rejection } from './rejection.ts';

/** The name of the file: `bad.ndjson.reasons.ndjson`; compressed if the rows are. */
export function reasonsPath(outBad: string): string {
  return outBad.replace(/(?:\.gz)?$/, (ending) => `.reasons.ndjson${ending}`);
}

export class ReasonsFile {
  readonly #file: AtomicFile;
  #waiting: string[] = [];

  private constructor(file: AtomicFile) {
    this.#file = file;
  }

  /** @throws UsageError if it cannot be written. */
  static async create(outBad: string): Promise<ReasonsFile> {
    return new ReasonsFile(await AtomicFile.create(reasonsPath(outBad), OWNER_ONLY));
  }

  add(rejection: Rejection): void {
    const { file, line, cause } = rejection;
    const { code, path, certainty } = cause;
    this.#waiting.push(
      `${JSON.stringify({ file, line, code, path, certainty, help: helpsOf(rejection).join(' ') })}\n`,
    );
  }

  async flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.#file.write(this.#waiting.join(''));
    this.#waiting = [];
  }

  finish(): Promise<void> {
    return this.#file.finish();
  }

  drop(): void {
    this.#file.drop();
  }
}
