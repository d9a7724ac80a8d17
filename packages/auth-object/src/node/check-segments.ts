/** Checks a file of NDJSON in threads. */

import type { RowsReport } from '../rows/report.ts';
import type { CheckedRow } from '../rows/row.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { inOrder } from './in-order.ts';
import { Merged } from './merged-report.ts';
import { checkSegment, type FoundInSegment, type Segment, smallSegmentsOf } from './segment.ts';
import { Thread } from './thread.ts';
import { untilAborted } from './until-aborted.ts';

/** Takes the results of segments. */
export interface SegmentsSink {
  /** Takes, in order, the listed rows of each segment, the end of the segment in bytes, and the merged report so far. */
  readonly take: (rows: CheckedRow[], bytes: number, merged: Merged) => Promise<void>;
  /** Ends the check. */
  readonly signal: AbortSignal | undefined;
}

/** Checks the segments of a file of NDJSON without a byte order mark. @param file - The descriptor of the file. */
export async function checkSegments(
  path: string,
  file: number,
  segments: readonly Segment[],
  workers: number,
  options: RowsOptions,
  { take, signal }: SegmentsSink,
): Promise<RowsReport> {
  const merged = new Merged();
  const threads: Thread[] = [];
  const lines: RowsOptions = { ...options, format: 'ndjson' };
  // Checks a segment that lists too many rows for one message, part by part.
  function* partsOf(segment: Segment): Generator<readonly [FoundInSegment, end: number]> {
    for (const small of smallSegmentsOf(segment)) {
      yield [checkSegment(file, small, lines, Number.POSITIVE_INFINITY) as FoundInSegment, small.end];
    }
  }
  try {
    for (let count = 0; count < workers; count++) threads.push(new Thread(path, lines));
    const checkers = threads.map((thread) => async (segment: Segment) => ({
      segment,
      part: await thread.check(segment),
    }));
    const work = inOrder(segments, checkers, async ({ segment, part }) => {
      for (const [found, end] of part === undefined ? partsOf(segment) : [[part, segment.end] as const]) {
        signal?.throwIfAborted();
        await take(merged.add(found), end, merged);
      }
    });
    await untilAborted(signal, work);
    return merged.report();
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    merged.free();
  }
}
