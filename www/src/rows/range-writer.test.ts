import { describe, expect, it } from 'vitest';
import { RangeWriter } from './range-writer.ts';

const SOURCE = new Uint8Array(3 << 20).map((_, at) => 97 + ((at * 31 + (at >> 8)) % 26));
const text = (start: number, end: number) => Buffer.from(SOURCE.subarray(start, end)).toString();

/** Reads the source in chunks of a mebibyte. */
function writer(): RangeWriter {
  const out = new RangeWriter(new Blob([SOURCE]));
  for (let at = 0; at < SOURCE.length; at += 1 << 20) out.read(SOURCE.subarray(at, at + (1 << 20)));
  return out;
}

describe('RangeWriter', () => {
  it('joins ranges and text, whether they were just read, cross a chunk, or are long ago', async () => {
    const border = 2 << 20;
    const ranges = [
      [10, 20],
      [20, 30],
      [100, 200_000],
      [border - 5, border + 5],
      [border + 9, border + 9],
      [border + 10, border + 400_000],
      [SOURCE.length - 3, SOURCE.length],
    ] as const;
    const out = writer();
    let expected = '';
    for (const [start, end] of ranges) {
      out.range(start, end);
      expected += text(start, end);
    }
    out.text('ünd “mehr”');
    const blob = out.blob('text/csv');
    expect(await blob.text()).toBe(`${expected}ünd “mehr”`);
    expect(blob.type).toBe('text/csv');
  });

  it('takes text that is longer than its buffer', async () => {
    const long = 'añ€😀'.repeat(400_000);
    const out = writer();
    out.text(long);
    out.range(0, 3);
    expect((await out.blob('').text()) === long + text(0, 3)).toBe(true);
  });

  it('reads ranges as text', async () => {
    const out = writer();
    for (const [start, end] of [
      [0, 4],
      [(2 << 20) - 2, (2 << 20) + 2],
      [SOURCE.length - 4, SOURCE.length],
    ] as const) {
      expect(await out.textOf(start, end)).toBe(text(start, end));
    }
  });
});
