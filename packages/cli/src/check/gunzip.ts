/**
 * Unpacks gzip (RFC 1952). Node's own stream drops rows before an error, and does not say how many bytes after the end
 * it has not read.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { BrokenError, type InputError, UnreadableError } from './input-error.ts';

/** The first bytes of every member. */
export const GZIP_MAGIC = [0x1f, 0x8b] as const;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const DEFLATE = 8;
/** The header's flags: which parts follow it. */
const HAS = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;
const CHUNK_BYTES = 1 << 20;

const DAMAGED = 'the gzip data is damaged';
const CUT_OFF = 'the gzip data is cut off';

/** Whether the bytes start as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return GZIP_MAGIC.every((byte, index) => head[index] === byte);
}

/**
 * Unpacks every member of a gzip file. Zeros after the last one are padding.
 *
 * @returns What is wrong although the content was read to its end: the checksum, or other bytes after the last member.
 * @throws BrokenError after the data before it, if the data is damaged or cut off.
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, InputError | undefined> {
  const input = new ByteReader(chunks);
  do {
    await skipHeader(input);
    let checksum = 0;
    let length = 0;
    for await (const part of inflate(input)) {
      checksum = crc32(part, checksum);
      length = (length + part.length) % 2 ** 32;
      yield part;
    }
    const trailer = await input.take(TRAILER_BYTES);
    if (trailer.length < TRAILER_BYTES) return new BrokenError('unpacked', CUT_OFF);
    if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length) {
      return new BrokenError('unpacked', 'the checksum is wrong');
    }
  } while (isGzip(await input.peek(GZIP_MAGIC.length)));
  return padding(input);
}

async function skipHeader(input: ByteReader): Promise<void> {
  const header = await needed(input, HEADER_BYTES);
  const flags = header[3] as number;
  if (!isGzip(header) || header[2] !== DEFLATE) throw new BrokenError('unpacked', DAMAGED);
  if (flags & HAS.extra) await needed(input, (await needed(input, 2)).readUInt16LE(0));
  for (const text of [HAS.name, HAS.comment]) {
    if (flags & text) await skipText(input);
  }
  if (flags & HAS.checksum) await needed(input, 2);
}

/** Skips a text that a zero byte ends. Nothing limits its length. */
async function skipText(input: ByteReader): Promise<void> {
  for (let bytes = await input.next(); bytes !== undefined; bytes = await input.next()) {
    const end = bytes.indexOf(0);
    if (end < 0) continue;
    input.unread(bytes.subarray(end + 1));
    return;
  }
  throw new BrokenError('unpacked', CUT_OFF);
}

async function needed(input: ByteReader, count: number): Promise<Buffer> {
  const bytes = await input.take(count);
  if (bytes.length < count) throw new BrokenError('unpacked', CUT_OFF);
  return bytes;
}

/** Unpacks one member. What follows it stays in the input. */
async function* inflate(input: ByteReader): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK_BYTES });
  let failure: unknown;
  const fed = feed(stream, input).catch((error: unknown) => {
    failure = error;
    stream.destroy(error as Error);
  });
  try {
    yield* stream as AsyncIterable<Buffer>;
    // After an error, the stream may never answer.
    await fed;
  } catch (error) {
    if (failure !== undefined) throw failure;
    const isCut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new BrokenError('unpacked', isCut ? CUT_OFF : DAMAGED);
  } finally {
    stream.destroy();
  }
}

async function feed(stream: ReturnType<typeof createInflateRaw>, input: ByteReader): Promise<void> {
  let written = 0;
  while (!stream.destroyed) {
    const chunk = await input.next();
    if (chunk === undefined) {
      stream.end();
      return;
    }
    written += chunk.length;
    await new Promise<void>((resolve) => stream.write(chunk, () => resolve()));
    // The stream takes no byte after the end of the member.
    const rest = written - stream.bytesWritten;
    if (rest > 0) {
      input.unread(chunk.subarray(chunk.length - rest));
      return;
    }
  }
}

async function padding(input: ByteReader): Promise<InputError | undefined> {
  let count = 0;
  let isPadding = true;
  for (let chunk = await input.next(); chunk !== undefined; chunk = await input.next()) {
    count += chunk.length;
    isPadding &&= chunk.every((byte) => byte === 0);
  }
  if (isPadding) return undefined;
  const bytes = count === 1 ? '1 byte' : `${count} bytes`;
  return new UnreadableError(
    `has ${bytes} after the end of its gzip data, which ${count === 1 ? 'was' : 'were'} not read.`,
  );
}
