/** The bytes of a file in chunks, decompressed if it is gzip. */

export const CHUNK_BYTES = 1 << 20;
/** Small, so that little is lost if one of them is damaged. */
const PACKED_BYTES = 1 << 14;
/** The length of the checksum and the size at the end of a gzip file. */
const TRAILER_BYTES = 8;
/** Reads ahead, because bytes that are decompressed but not yet read are lost if damage follows. */
const READS_AHEAD = 32;

/** The rest of a gzip file cannot be decompressed. */
export class GzipError extends Error {}

/** @throws GzipError after the last bytes that could be decompressed. */
export async function* bytesOf(file: Blob, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  yield* (await isGzip(file)) ? decompressed(file, onRead) : chunksOf(file, onRead);
}

export async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** Reads the next chunk while the current one is checked. */
export async function* chunksOf(
  file: Blob,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const read = (at: number) => quiet(file.slice(at, at + CHUNK_BYTES).arrayBuffer());
  let next = read(0);
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = new Uint8Array(await next);
    if (at + CHUNK_BYTES < file.size) next = read(at + CHUNK_BYTES);
    onRead(at + bytes.length);
    yield bytes;
  }
}

async function* decompressed(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const read = () => quiet(reader.read());
  const reads = Array.from({ length: READS_AHEAD }, read);
  const writer = writable.getWriter();
  let fileError: unknown;
  const written = write(file, writer, onRead).catch((error: unknown) => {
    fileError = error;
    return writer.abort(error);
  });
  try {
    for (;;) {
      const { value, done } = await (reads.shift() as ReturnType<typeof read>);
      if (done) return;
      reads.push(read());
      yield value;
    }
  } catch {
    await written;
    throw fileError ?? new GzipError();
  } finally {
    // If the caller stops reading, decompression stops.
    void quiet(reader.cancel());
  }
}

/** @throws The error of reading the file. Damage is thrown where the decompressed bytes are read. */
async function write(
  file: Blob,
  writer: WritableStreamDefaultWriter<BufferSource>,
  onRead: (bytes: number) => void,
): Promise<void> {
  let isOpen = true;
  writer.closed.catch(() => {
    isOpen = false;
  });
  let written = 0;
  for await (const piece of packedPieces(file)) {
    if (!isOpen) return;
    await writer.write(piece).catch(() => {});
    written += piece.length;
    onRead(written);
  }
  await writer.close().catch(() => {});
}

/** The checksum at the end is a separate piece. */
async function* packedPieces(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const end = Math.max(0, file.size - TRAILER_BYTES);
  for (const part of [file.slice(0, end), file.slice(end)]) {
    for await (const chunk of chunksOf(part)) {
      for (let at = 0; at < chunk.length; at += PACKED_BYTES) yield chunk.slice(at, at + PACKED_BYTES);
    }
  }
}

/** Prevents an unhandled rejection; who awaits the promise still gets it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
