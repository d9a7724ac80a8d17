/** A file that has its name only when it is whole: what is broken off leaves nothing behind. */
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { UsageError } from '../usage-error.js';

/** It may hold credentials: nobody but its owner reads it. */
const OWNER_ONLY = 0o600;

/** A file that is being written. */
export class PartFile {
  readonly #path: string;
  readonly #part: string;
  readonly #file: WriteStream;
  readonly #gzip: Gzip | undefined;
  readonly #drop = () => rmSync(this.#part, { force: true });

  private constructor(path: string, part: string, file: WriteStream) {
    this.#path = path;
    this.#part = part;
    this.#file = file;
    this.#gzip = path.endsWith('.gz') ? createGzip() : undefined;
    // Told to who writes next.
    file.on('error', () => {});
    if (this.#gzip !== undefined) pipeline(this.#gzip, file, () => {});
    process.once('exit', this.#drop);
  }

  /**
   * Begins a file; one whose name ends in `.gz` is packed. A file that has the name is replaced at the end.
   *
   * @param option - Which names it, for the message.
   * @throws UsageError where it cannot be written.
   */
  static async create(option: string, path: string): Promise<PartFile> {
    const part = `${path}.${process.pid}.part`;
    const file = createWriteStream(part, { flags: 'wx', mode: OWNER_ONLY });
    try {
      await once(file, 'open');
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new UsageError(`${option} ${path}: ${WORDS[code] ?? `the file cannot be written (${code}).`}`);
    }
    return new PartFile(path, part, file);
  }

  /** @param bytes - Must not change any more. @returns when there is room for more. */
  async write(bytes: Uint8Array | string): Promise<void> {
    const stream = this.#gzip ?? this.#file;
    try {
      if (this.#file.errored !== null) throw this.#file.errored;
      if (!stream.write(bytes)) await once(stream, 'drain');
    } catch {
      throw this.#unwritable();
    }
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<void> {
    (this.#gzip ?? this.#file).end();
    try {
      await finished(this.#file);
      renameSync(this.#part, this.#path);
    } catch {
      throw this.#unwritable();
    }
    process.removeListener('exit', this.#drop);
  }

  #unwritable(): UsageError {
    const { code = 'unknown error' } = (this.#file.errored ?? {}) as NodeJS.ErrnoException;
    return new UsageError(`${this.#path}: ${WORDS[code] ?? `the file cannot be written (${code}).`}`);
  }

  /** Throws away what was written. */
  drop(): void {
    this.#file.destroy();
    this.#drop();
    process.removeListener('exit', this.#drop);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder.',
  EACCES: 'the folder may not be written to.',
  EROFS: 'the folder may not be written to.',
  EISDIR: 'is a folder; name a file in it.',
  ENOSPC: 'the disk is full.',
};
