/** A large file of NDJSON, judged by a thread for each processor: its refused rows in the order of the file. */
import { closeSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Merged } from '../../node/merge.js';
import { inOrder } from '../../node/order.js';
import { SEGMENT_BYTES, type Segment, type SegmentReport, segmentsOf } from '../../node/segment.js';
import { Thread } from '../../node/thread.js';
import type { BatchReport } from '../../types/batch.js';
import { type Refusal, refusalOf } from './refusal.js';
import type { JudgeOptions } from './settings.js';

/** A smaller file is done before the threads have begun. */
const SMALLEST_BYTES = 1 << 25;
const LINE_END = 10;

/** Whether a file is worth threads. @param bytes - Its size; `undefined` where it is no regular file. */
export function wantsThreads(bytes: number | undefined): bytes is number {
  return bytes !== undefined && bytes >= SMALLEST_BYTES && availableParallelism() > 1;
}

/** What is told of a segment. */
export interface Part {
  readonly refusals: readonly Refusal[];
  /** How far the file has been judged. */
  readonly bytes: number;
  readonly lines: number;
}

/**
 * Judges a file that is NDJSON from its first byte to its last.
 *
 * @param take - Gets the parts in order; the details of a refusal can be asked for until it is done.
 * @returns The counts of what was taken; all, unless the signal ended it early.
 */
export async function judgeFile(
  path: string,
  bytes: number,
  options: JudgeOptions,
  signal: AbortSignal,
  take: (part: Part) => Promise<void>,
): Promise<BatchReport> {
  const segments = segmentsOf(bytes);
  const merged = new Merged();
  const file = openSync(path, 'r');
  const threads = Array.from({ length: availableParallelism() }, () => new Thread(path, options));
  let lines = 0;
  try {
    const checkers = threads.map((thread) => async (segment: Segment) => ({
      segment,
      part: await thread.check(segment),
    }));
    await inOrder(segments, checkers, async ({ segment, part }) => {
      signal.throwIfAborted();
      const refusals = refusalsOf(path, file, segment, lines, merged.add(part), options);
      lines += part.lines;
      await take({ refusals, bytes: segment.end, lines });
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    closeSync(file);
  }
  return merged.report([]);
}

/** @param before - How many lines of the file stand before the segment. */
function refusalsOf(
  path: string,
  file: number,
  segment: Segment,
  before: number,
  failures: SegmentReport['report']['failures'],
  options: JudgeOptions,
): Refusal[] {
  let rows: Buffer[] | undefined;
  const row = (line: number) => {
    rows ??= linesOf(file, segment);
    return rows[line - before - 1] as Buffer;
  };
  return failures.map((failure) =>
    refusalOf({ file: path, line: failure.line }, failure, () => row(failure.line), true, options),
  );
}

/** The lines that begin in a segment. The details of a row need its bytes, and a thread gives none back. */
function linesOf(file: number, { start, end }: Segment): Buffer[] {
  let bytes = read(file, Math.max(0, start - 1), end);
  const first = start === 0 ? 0 : bytes.indexOf(LINE_END) + 1;
  // The last line may end behind the segment.
  for (let at = end; bytes.at(-1) !== LINE_END; at += SEGMENT_BYTES) {
    const more = read(file, at, at + SEGMENT_BYTES);
    if (more.length === 0) break;
    const stop = more.indexOf(LINE_END);
    bytes = Buffer.concat([bytes, stop < 0 ? more : more.subarray(0, stop + 1)]);
  }
  const lines: Buffer[] = [];
  for (let at = first; at < bytes.length; ) {
    const stop = bytes.indexOf(LINE_END, at);
    lines.push(bytes.subarray(at, stop < 0 ? bytes.length : stop));
    at = stop < 0 ? bytes.length : stop + 1;
  }
  return lines;
}

function read(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
}
