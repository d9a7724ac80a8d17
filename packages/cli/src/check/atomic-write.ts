/** Writes a stream to a temporary file, which gets its name when it is complete. An interrupted check leaves no file. */
import { once } from 'node:events';
import { createWriteStream, realpathSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { cannotWrite } from '../command/file-errors.ts';

/** For files with credentials: only their owner can read them. */
export const OWNER_ONLY = 0o600;
/** For other files: what the user's umask allows. */
export const AS_USUAL = 0o666;

/** Where the bytes are written first, and the name that the file gets. */
interface Target {
  readonly temporary: string;
  /** `undefined` for a pipe or a device, which is written to directly. */
  readonly path: string | undefined;
}

/** A file that is being written. */
export class AtomicFile {
  readonly #name: string;
  readonly #target: Target;
  readonly #file: WriteStream;
  readonly #gzip: Gzip | undefined;
  readonly #drop = () => {
    if (this.#target.path !== undefined) rmSync(this.#target.temporary, { force: true });
  };

  private constructor(name: string, target: Target, file: WriteStream) {
    this.#name = name;
    this.#target = target;
    this.#file = file;
    this.#gzip = name.endsWith('.gz') ? createGzip() : undefined;
    // The next write throws the error.
    file.on('error', () => {});
    this.#gzip?.on('error', () => {});
    if (this.#gzip !== undefined) pipeline(this.#gzip, file, () => {});
    process.once('exit', this.#drop);
  }

  /**
   * Begins a file; it is compressed if its name ends in `.gz`. A file of this name is replaced at the end.
   *
   * @param mode - The permissions of a new file.
   * @throws UsageError if it cannot be written.
   */
  static async create(name: string, mode: number): Promise<AtomicFile> {
    try {
      const target = targetOf(name);
      const file = createWriteStream(target.temporary, { flags: target.path === undefined ? 'w' : 'wx', mode });
      await once(file, 'open');
      return new AtomicFile(name, target, file);
    } catch (error) {
      throw cannotWrite(name, error);
    }
  }

  /** Whether it is a pipe or a device. */
  get isPipe(): boolean {
    return this.#target.path === undefined;
  }

  /** @param bytes - Must not change any more. @returns when the stream can take more. */
  async write(bytes: Uint8Array | string): Promise<void> {
    const stream = this.#gzip ?? this.#file;
    try {
      if (this.#file.errored !== null) throw this.#file.errored;
      if (!stream.write(bytes)) await once(stream, 'drain');
    } catch (error) {
      throw cannotWrite(this.#name, this.#file.errored ?? error);
    }
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<void> {
    const { temporary, path } = this.#target;
    (this.#gzip ?? this.#file).end();
    try {
      await finished(this.#file);
      if (path !== undefined) renameSync(temporary, path);
    } catch (error) {
      throw cannotWrite(this.#name, this.#file.errored ?? error);
    }
    process.removeListener('exit', this.#drop);
  }

  /** Deletes what was written, unless the file is finished. */
  drop(): void {
    this.#file.destroy();
    this.#drop();
    process.removeListener('exit', this.#drop);
  }
}

function targetOf(name: string): Target {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (stats !== undefined && !stats.isFile()) return { temporary: name, path: undefined };
  // A link stays a link.
  const path = stats === undefined ? name : realpathSync(name);
  return { temporary: `${path}.${process.pid}.part`, path };
}
