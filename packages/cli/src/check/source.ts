/** The bytes of a file or of standard input; unpacked if they are gzip. */
import { closeSync, createReadStream, openSync, readSync, type Stats, statSync } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { ByteReader } from './byte-reader.ts';
import { GZIP_MAGIC, gunzip, isGzip } from './gunzip.ts';
import { type InputError, readError, UnreadableError } from './input-error.ts';

/** Names standard input among the files. */
export const STDIN = '-';

const CHUNK_BYTES = 1 << 20;

export interface Source {
  /** Its size as it is stored; `undefined` if it is unknown. */
  readonly bytes: number | undefined;
  /** Whether it is a regular file without gzip, so that the library can read it by its name. */
  readonly isPlainFile: boolean;
  /** How many bytes of it have been read, as it is stored. */
  readonly read: () => number;
  /** Its content. Throws UnreadableError, BrokenError, or AbortError after the signal. */
  readonly chunks: AsyncIterable<Buffer>;
  /** What is wrong although the content was read to its end. */
  readonly fault: () => InputError | undefined;
}

/** @throws UnreadableError if the file does not exist, cannot be opened, or is a folder. */
export function openSource(name: string, signal: AbortSignal): Source {
  let read = 0;
  let fault: InputError | undefined;
  const stats = name === STDIN ? undefined : statsOf(name);
  async function* stored(): AsyncGenerator<Buffer> {
    const stream =
      name === STDIN
        ? addAbortSignal(signal, process.stdin)
        : createReadStream(name, { highWaterMark: CHUNK_BYTES, signal });
    try {
      for await (const chunk of stream) {
        read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw (error as Error).name === 'AbortError' ? error : readError(error);
    }
  }
  async function* content(): AsyncGenerator<Buffer> {
    fault = yield* unpacked(stored());
  }
  const isFile = stats?.isFile() === true;
  return {
    bytes: isFile ? stats.size : undefined,
    isPlainFile: isFile && !isGzip(headOf(name)),
    read: () => read,
    chunks: content(),
    fault: () => fault,
  };
}

function statsOf(name: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(name);
  } catch (cause) {
    throw readError(cause);
  }
  if (stats.isDirectory()) throw new UnreadableError(`is a folder; name the files in it: ${name.replace(/\/$/, '')}/*`);
  return stats;
}

/** The first bytes of a regular file. */
function headOf(name: string): Uint8Array {
  const head = new Uint8Array(GZIP_MAGIC.length);
  try {
    const file = openSync(name, 'r');
    try {
      readSync(file, head);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw readError(cause);
  }
  return head;
}

async function* unpacked(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer, InputError | undefined> {
  const input = new ByteReader(stored);
  try {
    const isPacked = isGzip(await input.peek(GZIP_MAGIC.length));
    return isPacked ? yield* gunzip(input.all()) : yield* input.all();
  } finally {
    await input.close();
  }
}
