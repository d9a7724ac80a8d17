import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, CHUNK_BYTES, GzipError } from './file-bytes.ts';

// Hardly compressible, so that the gzip file has many pieces.
const TEXT = Array.from({ length: 120_000 }, (_, row) => `${row} ${(row * 2_654_435_761) % 4_294_967_291}\n`).join('');
const GZIP = gzipSync(TEXT);

async function read(file: Blob): Promise<{ text: string; error: unknown; reads: number[] }> {
  const parts: Uint8Array[] = [];
  const reads: number[] = [];
  let error: unknown;
  try {
    for await (const chunk of bytesOf(file, (bytes) => reads.push(bytes))) parts.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { text: Buffer.concat(parts).toString(), error, reads };
}

describe('bytesOf', () => {
  it('reads a file in chunks, and says how much it has read', async () => {
    const { text, reads } = await read(new Blob([TEXT]));
    expect(text === TEXT).toBe(true);
    expect([reads[0], reads.at(-1)]).toEqual([CHUNK_BYTES, TEXT.length]);
    expect((await read(new Blob([]))).text).toBe('');
  });

  it('unpacks gzip', async () => {
    const { text, error, reads } = await read(new Blob([GZIP]));
    expect(text === TEXT).toBe(true);
    expect([error, reads.at(-1)]).toEqual([undefined, GZIP.length]);
  });

  it('gives all that comes before a bad checksum, a cut, and other data', async () => {
    const badChecksum = Buffer.from(GZIP);
    badChecksum.writeUInt32LE(1, GZIP.length - 8);
    // Node loses what comes in one piece with longer data. Browsers do not, as a test of the page shows.
    const followed = Buffer.concat([GZIP, Buffer.from('and more')]);
    for (const bytes of [badChecksum, followed]) {
      const { text, error } = await read(new Blob([bytes]));
      expect(error).toBeInstanceOf(GzipError);
      expect(text === TEXT).toBe(true);
    }
    const { text, error } = await read(new Blob([GZIP.subarray(0, GZIP.length / 2)]));
    expect(error).toBeInstanceOf(GzipError);
    expect(text.length).toBeGreaterThan(TEXT.length * 0.4);
    expect(TEXT.startsWith(text)).toBe(true);
  });

  it('throws what reading the file throws', async () => {
    const fault = new Error('changed');
    class Changed extends Blob {
      override slice(start = 0, end = this.size): Blob {
        return end <= 2 ? super.slice(start, end) : new Changed([GZIP]);
      }
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.reject(fault);
      }
    }
    const file = new Changed([GZIP]);
    expect((await read(file)).error).toBe(fault);
  });

  it('stops unpacking when nobody reads any more', async () => {
    const reads: number[] = [];
    const file = new Blob([GZIP]);
    for await (const _ of bytesOf(file, (bytes) => reads.push(bytes))) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const count = reads.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads.length).toBe(count);
    expect(reads.at(-1)).toBeLessThan(file.size);
  });
});
