/** A file that has its name only when it is whole: what is broken off leaves nothing behind. */
import { once } from 'node:events';
import { createWriteStream, realpathSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { UsageError } from '../command/usage-error.ts';

/** For what may hold credentials: nobody but the file's owner reads it. */
export const OWNER_ONLY = 0o600;
/** For everything else: as the user's umask says. */
export const AS_USUAL = 0o666;

/** Where the bytes go first, and what name they get then. */
interface Target {
  readonly part: string;
  /** Absent for a pipe or a device, which is written to as it is. */
  readonly path: string | undefined;
}

/** A file that is being written. */
export class AtomicFile {
  readonly #name: string;
  readonly #target: Target;
  readonly #file: WriteStream;
  readonly #gzip: Gzip | undefined;
  readonly #drop = () => {
    if (this.#target.path !== undefined) rmSync(this.#target.part, { force: true });
  };

  private constructor(name: string, target: Target, file: WriteStream) {
    this.#name = name;
    this.#target = target;
    this.#file = file;
    this.#gzip = name.endsWith('.gz') ? createGzip() : undefined;
    // The next write throws it.
    file.on('error', () => {});
    this.#gzip?.on('error', () => {});
    if (this.#gzip !== undefined) pipeline(this.#gzip, file, () => {});
    process.once('exit', this.#drop);
  }

  /**
   * Begins a file; one whose name ends in `.gz` is packed. A file that has the name is replaced at the end.
   *
   * @param option - Which names it, for the message.
   * @param mode - The rights of a new file.
   * @throws UsageError if it cannot be written.
   */
  static async create(option: string, name: string, mode: number): Promise<AtomicFile> {
    try {
      const target = targetOf(name);
      const file = createWriteStream(target.part, { flags: target.path === undefined ? 'w' : 'wx', mode });
      await once(file, 'open');
      return new AtomicFile(name, target, file);
    } catch (error) {
      throw unwritable(`${option} ${name}`, error);
    }
  }

  /** @param bytes - Must not change any more. @returns when there is room for more. */
  async write(bytes: Uint8Array | string): Promise<void> {
    const stream = this.#gzip ?? this.#file;
    try {
      if (this.#file.errored !== null) throw this.#file.errored;
      if (!stream.write(bytes)) await once(stream, 'drain');
    } catch (error) {
      throw unwritable(this.#name, this.#file.errored ?? error);
    }
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<void> {
    const { part, path } = this.#target;
    (this.#gzip ?? this.#file).end();
    try {
      await finished(this.#file);
      if (path !== undefined) renameSync(part, path);
    } catch (error) {
      throw unwritable(this.#name, this.#file.errored ?? error);
    }
    process.removeListener('exit', this.#drop);
  }

  /** Throws away what was written; nothing, if the file is finished. */
  drop(): void {
    this.#file.destroy();
    this.#drop();
    process.removeListener('exit', this.#drop);
  }
}

function targetOf(name: string): Target {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (stats !== undefined && !stats.isFile()) return { part: name, path: undefined };
  // A link stays a link.
  const path = stats === undefined ? name : realpathSync(name);
  return { part: `${path}.${process.pid}.part`, path };
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist.',
  ENOTDIR: 'the folder does not exist.',
  EACCES: 'permission denied.',
  EROFS: 'permission denied.',
  EISDIR: 'is a folder; name a file in it.',
  ENOSPC: 'the disk is full.',
};

function unwritable(what: string, error: unknown): UsageError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new UsageError(`${what}: ${WORDS[code] ?? `the file cannot be written (${code}).`}`);
}
