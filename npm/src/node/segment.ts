/** A part of a file of NDJSON, checked by itself. */
import { readSync } from 'node:fs';
import { NdjsonChecker } from '../api/batch.js';
import type { BatchReport, RowFailure } from '../types/batch.js';
import type { BatchOptions } from '../types/context.js';

/** Where a part begins and ends, in bytes. The lines that begin in it are its lines, wherever they end. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** What is to say of a part. */
export interface SegmentReport {
  /** The lines of its failures are counted from 1. */
  readonly report: BatchReport;
  /** Its lines, blank ones too. */
  readonly lines: number;
}

/** In bytes: large enough that handing over costs nothing, small enough that threads end together. */
export const SEGMENT_BYTES = 1 << 22;
const LINE_END = 10;
/** Where a report counts the rows of no app. */
export const NO_APP = '(unknown)';

const buffer = new Uint8Array(1 << 18);

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
export function checkSegment(file: number, { start, end }: Segment, options: BatchOptions): SegmentReport {
  const checker = new NdjsonChecker(options);
  const failures: RowFailure[] = [];
  const push = (chunk: string | Uint8Array) => {
    for (const failure of checker.push(chunk)) failures.push(failure);
  };
  // The byte before the segment says whether a line begins with it.
  let at = Math.max(0, start - 1);
  let isFound = start === 0;
  let isOpen = false;
  for (;;) {
    const length = readSync(file, buffer, 0, buffer.length, at);
    const bytes = buffer.subarray(0, length);
    const from = isFound ? 0 : bytes.indexOf(LINE_END) + 1;
    isFound ||= from > 0;
    if (length === 0 || (isFound ? at + from >= end && !isOpen : at + length >= end)) break;
    if (isFound) {
      const last = Math.max(from, end - 1 - at);
      const stop = last < length ? bytes.indexOf(LINE_END, last) : -1;
      push(bytes.subarray(from, stop < 0 ? length : stop + 1));
      if (stop >= 0) {
        isOpen = false;
        break;
      }
      isOpen = bytes[length - 1] !== LINE_END;
    }
    at += length;
  }
  // A row that cannot be right; its line says how many lines there were, and it is taken back out of the report.
  push(isOpen ? '\n!' : '!');
  const report = checker.end();
  const mark = report.failures.pop() as RowFailure;
  report.failures = failures;
  report.total -= 1;
  report.rejected -= 1;
  if ((report.byCode[mark.code] = (report.byCode[mark.code] ?? 0) - 1) === 0) delete report.byCode[mark.code];
  const none = report.byApp[NO_APP];
  if (none !== undefined) {
    none.total -= 1;
    none.rejected -= 1;
    if (none.total === 0) delete report.byApp[NO_APP];
  }
  return { report, lines: mark.line - 1 };
}
