/** The bytes of an input, a file or standard input; unpacked if they are gzip. */
import { closeSync, createReadStream, openSync, readSync, type Stats, statSync } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { ByteReader } from './byte-reader.ts';
import { GZIP_MAGIC, gunzip, isGzip } from './gunzip.ts';
import { readError, UnreadableError } from './input-error.ts';

/** Names standard input among the files. */
export const STDIN = '-';

const CHUNK_BYTES = 1 << 20;

/** An input. */
export interface Source {
  /** Its size as it is stored; `undefined` if that is not known. */
  readonly bytes: number | undefined;
  /** Whether it is a regular file without gzip, so that the library can read it by its name. */
  readonly isPlainFile: boolean;
  /** How many bytes of it have been read, as it is stored. */
  readonly read: () => number;
  /** Its content. Fails with UnreadableError or BrokenError, and with AbortError if the signal says so. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** @throws UnreadableError if there is no such file, if it cannot be opened, or if it is a folder. */
export function openSource(name: string, signal: AbortSignal): Source {
  let read = 0;
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
  const isFile = stats?.isFile() === true;
  return {
    bytes: isFile ? stats.size : undefined,
    isPlainFile: isFile && !isGzip(headOf(name)),
    read: () => read,
    chunks: unpacked(stored()),
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

async function* unpacked(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = new ByteReader(stored);
  try {
    const isPacked = isGzip(await input.peek(GZIP_MAGIC.length));
    yield* isPacked ? gunzip(input.all()) : input.all();
  } finally {
    await input.close();
  }
}
