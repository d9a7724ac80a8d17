/** The bytes of an input, a file or standard input; unpacked where they are gzip. */
import { createReadStream, type Stats, statSync } from 'node:fs';
import { addAbortSignal, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableError } from '../unreadable.js';
import { GZIP_BYTES, isGzip } from './encoding.js';

/** What stands for standard input among the files. */
export const STDIN = '-';

const CHUNK_BYTES = 1 << 18;

/** An input that is open. */
export interface Source {
  /** Its size as it is stored; `undefined` where that is not known. */
  readonly bytes: number | undefined;
  /** How many bytes have been read of it, as it is stored. */
  readonly read: () => number;
  /** Whether it is gzip; known when the first chunk has come. */
  readonly isPacked: () => boolean;
  /** Its content. Fails with an UnreadableError, and with an AbortError where the signal says so. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Reads no more of it. */
  readonly close: () => void;
}

/** @throws UnreadableError where there is no such file, or it is a folder. */
export function openSource(name: string, signal: AbortSignal): Source {
  let read = 0;
  let isPacked = false;
  const stats = name === STDIN ? undefined : statsOf(name);
  const stream =
    name === STDIN
      ? addAbortSignal(signal, process.stdin)
      : createReadStream(name, { highWaterMark: CHUNK_BYTES, signal });
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      read += chunk.length;
      yield chunk;
    }
  }
  return {
    bytes: stats?.isFile() ? stats.size : undefined,
    read: () => read,
    isPacked: () => isPacked,
    chunks: told(unpacked(counted(), () => (isPacked = true))),
    close: () => stream.destroy(),
  };
}

function statsOf(name: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(name);
  } catch (cause) {
    throw unreadable(cause);
  }
  if (stats.isDirectory()) throw new UnreadableError(`is a folder; name the files in it: ${name.replace(/\/$/, '')}/*`);
  return stats;
}

async function* unpacked(chunks: AsyncGenerator<Buffer>, whenPacked: () => void): AsyncGenerator<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < GZIP_BYTES) {
    const { value, done } = await chunks.next();
    if (done) break;
    first = first.length === 0 ? value : Buffer.concat([first, value]);
  }
  const all = withFirst(first, chunks);
  if (!isGzip(first)) return yield* all;
  whenPacked();
  yield* pipeline(all, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

/** The chunks with one that was taken off their front. */
export async function* withFirst(
  first: Buffer,
  rest: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* rest;
}

/** The same chunks; what fails is told in words. */
async function* told(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    throw (error as Error).name === 'AbortError' ? error : unreadable(error);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  ENOTDIR: 'does not exist.',
  EACCES: 'may not be read; its rights say so.',
  EPERM: 'may not be read; its rights say so.',
  EISDIR: 'is a folder; name the files in it.',
  Z_BUF_ERROR: 'ends in the middle of its gzip data; only what stands before is checked. Copy the file again.',
  Z_DATA_ERROR: 'has broken gzip data; only what stands before is checked. Copy the file again.',
};

function unreadable(error: unknown): UnreadableError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new UnreadableError(WORDS[code] ?? `cannot be read (${code}).`);
}
