/** Checks a file of NDJSON in threads. */

import type { RowsReport } from '../rows/report.ts';
import type { CheckedRow } from '../rows/row.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { inOrder } from './in-order.ts';
import { Merged } from './merged-report.ts';
import type { Segment } from './segment.ts';
import { Thread } from './thread.ts';
import { untilAborted } from './until-aborted.ts';

/** Takes the results of segments. */
export interface SegmentsSink {
  /** Takes, in order, the listed rows of each segment, the end of the segment in bytes, and the merged report so far. */
  readonly take: (rows: CheckedRow[], bytes: number, merged: Merged) => Promise<void>;
  /** Ends the check. */
  readonly signal: AbortSignal | undefined;
}

/** Checks the segments of a file of NDJSON without a byte order mark. */
export async function checkSegments(
  path: string,
  segments: readonly Segment[],
  workers: number,
  options: RowsOptions,
  { take, signal }: SegmentsSink,
): Promise<RowsReport> {
  const merged = new Merged();
  const threads: Thread[] = [];
  try {
    for (let count = 0; count < workers; count++) threads.push(new Thread(path, { ...options, format: 'ndjson' }));
    const checkers = threads.map((thread) => async (segment: Segment) => ({
      segment,
      part: await thread.check(segment),
    }));
    const work = inOrder(segments, checkers, async ({ segment, part }) => {
      signal?.throwIfAborted();
      await take(merged.add(part), segment.end, merged);
    });
    await untilAborted(signal, work);
    return merged.report();
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    merged.free();
  }
}
