/** A part of a file of NDJSON, checked by itself. */
import { readSync } from 'node:fs';
import { RowReader } from '../rows/row-reader.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import type { ChunkResult, EndResult } from '../wasm/glue.ts';

/** Where a part begins and ends, in bytes. The lines that begin in it are its lines, wherever they end. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** What was found in a segment. Lines are counted from its first one, bytes from `firstByte` on. */
export interface FoundInSegment extends Omit<EndResult, 'found'> {
  /** Where its first line begins. */
  readonly firstByte: number;
  readonly found: readonly ChunkResult[];
}

/** In bytes: large enough that handing over costs nothing, small enough that threads end together. */
export const SEGMENT_BYTES = 1 << 22;
/** In bytes: a smaller file is checked before threads have begun. */
export const BYTES_FOR_THREADS = 1 << 25;
const LINE_END = 10;

const buffer = new Uint8Array(1 << 20);

/** The parts of a file of that size in bytes, in order. */
export function segmentsOf(size: number): Segment[] {
  const segments: Segment[] = [];
  for (let start = 0; start < size; start += SEGMENT_BYTES) {
    segments.push({ start, end: Math.min(size, start + SEGMENT_BYTES) });
  }
  return segments;
}

/**
 * Checks the lines of a segment, and keeps this thread until that is done.
 *
 * @param file - The descriptor of a regular file.
 */
export function checkSegment(file: number, segment: Segment, options: RowsOptions): FoundInSegment {
  const reader = new RowReader('checkRowsFile', options, true);
  const all: ChunkResult[] = [];
  const take = (found: ChunkResult) => {
    if (found.numbers.length > 0) all.push(found);
  };
  const firstByte = readLines(file, segment, (bytes) => reader.push(bytes, take));
  const { report, seen } = reader.end(take);
  return { firstByte, found: all, report, ...(seen === undefined ? {} : { seen }) };
}

/** Reads the lines that begin in a segment. Gives the place of the first one. */
function readLines(file: number, { start, end }: Segment, push: (bytes: Uint8Array) => void): number {
  // The byte before the segment shows whether a line begins with it.
  let at = Math.max(0, start - 1);
  let firstByte = start === 0 ? 0 : -1;
  let isOpen = false;
  for (;;) {
    const length = readSync(file, buffer, 0, buffer.length, at);
    const bytes = buffer.subarray(0, length);
    const from = firstByte >= 0 ? 0 : bytes.indexOf(LINE_END) + 1;
    if (from > 0) firstByte = at + from;
    const isFound = firstByte >= 0;
    if (length === 0 || (isFound ? at + from >= end && !isOpen : at + length >= end)) break;
    if (isFound) {
      const last = Math.max(from, end - 1 - at);
      const stop = last < length ? bytes.indexOf(LINE_END, last) : -1;
      push(bytes.subarray(from, stop < 0 ? length : stop + 1));
      if (stop >= 0) break;
      isOpen = bytes[length - 1] !== LINE_END;
    }
    at += length;
  }
  return Math.max(0, firstByte);
}
