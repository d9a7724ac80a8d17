/** Checks a segment of a file of NDJSON. */
import { readSync } from 'node:fs';
import { NUMBERS } from '../rows/expand-rows.ts';
import { RowReader } from '../rows/row-reader.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import type { ChunkResult, EndResult } from '../wasm/glue.ts';

/** A range of bytes of a file. It has the lines that begin in it, wherever they end. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** The results of a segment. Lines count from its first line, offsets from `firstByte`. */
export interface FoundInSegment extends EndResult {
  /** The offset of its first line. */
  readonly firstByte: number;
  readonly found: readonly ChunkResult[];
}

/** Large enough that messages between threads cost little, small enough that all threads end at about the same time. */
export const SEGMENT_BYTES = 1 << 22;
/** The rows that a segment may list. Segments of real rows have fewer; more would take too much memory. */
const MOST_ROWS = 1 << 17;
/** Small enough that even lines of two bytes are not too many. */
const SMALL_SEGMENT_BYTES = 2 * MOST_ROWS;
/** The calling thread checks a smaller file before threads would have started. */
export const BYTES_FOR_THREADS = 1 << 25;
const LINE_END = 10;

const buffer = new Uint8Array(1 << 20);

/** Divides a file of this size in bytes into segments. */
export function segmentsOf(size: number): Segment[] {
  return divided({ start: 0, end: size }, SEGMENT_BYTES);
}

/** Divides a segment that lists too many rows. */
export function smallSegmentsOf(segment: Segment): Segment[] {
  return divided(segment, SMALL_SEGMENT_BYTES);
}

function divided({ start, end }: Segment, bytes: number): Segment[] {
  const segments: Segment[] = [];
  for (let at = start; at < end; at += bytes) segments.push({ start: at, end: Math.min(end, at + bytes) });
  return segments;
}

/**
 * Checks the lines of a segment. Blocks this thread.
 *
 * @param file - The descriptor of a regular file.
 * @returns `undefined` if it lists too many rows.
 */
export function checkSegment(
  file: number,
  segment: Segment,
  options: RowsOptions,
  mostRows = MOST_ROWS,
): FoundInSegment | undefined {
  const reader = new RowReader('checkRowsFile', options, true);
  const all: ChunkResult[] = [];
  let room = mostRows;
  const take = (results: Iterable<ChunkResult>) => {
    for (const found of results) {
      room -= found.numbers.length / NUMBERS;
      if (room < 0) return;
      if (found.numbers.length > 0) all.push(found);
    }
  };
  try {
    const firstByte = readLines(file, segment, (bytes) => {
      if (room >= 0) take(reader.push(bytes));
    });
    if (room >= 0) take(reader.last());
    return room < 0 ? undefined : { firstByte, found: all, ...reader.end() };
  } finally {
    // Both have rows, which may be secret.
    buffer.fill(0);
    reader.free();
  }
}

/** Reads the lines that begin in a segment. Returns the offset of the first one. */
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
