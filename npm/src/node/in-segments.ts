/** A file of NDJSON, checked by threads. */
import type { CheckedRow, RowsOptions, RowsReport } from '../types/rows.js';
import { Merged } from './merge.js';
import { inOrder } from './order.js';
import type { Segment } from './segment.js';
import { Thread } from './thread.js';

/** How the check of the segments ended. */
export interface SegmentsChecked {
  /** Of the segments that were taken. */
  readonly report: RowsReport;
  /** What ended it early, if something did. */
  readonly failure?: { readonly error: unknown };
}

/** Where the check of segments hands over what it finds. */
export interface SegmentsSink {
  /** Takes the listed rows of each segment in order, how far the check has come in bytes, and the rows so far. */
  readonly take: (rows: CheckedRow[], bytes: number, total: number) => Promise<void>;
  /** Ends it early; what was taken until then is in the report. */
  readonly signal: AbortSignal | undefined;
  /** Gives the work itself, or ends the wait for it at once. */
  readonly wait: (work: Promise<void>) => Promise<void>;
}

/** Checks the segments of a file that is NDJSON without a byte order mark. */
export async function checkSegments(
  path: string,
  segments: readonly Segment[],
  workers: number,
  options: RowsOptions,
  { take, signal, wait }: SegmentsSink,
): Promise<SegmentsChecked> {
  const merged = new Merged();
  const threads: Thread[] = [];
  let failure: SegmentsChecked['failure'];
  try {
    for (let count = 0; count < workers; count++) threads.push(new Thread(path, { ...options, format: 'ndjson' }));
    const checkers = threads.map((thread) => async (segment: Segment) => ({
      segment,
      part: await thread.check(segment),
    }));
    const work = inOrder(segments, checkers, async ({ segment, part }) => {
      signal?.throwIfAborted();
      const rows = merged.add(part);
      await take(rows, segment.end, merged.total);
    });
    await wait(work);
  } catch (error) {
    failure = { error };
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    merged.free();
  }
  return { report: merged.report([]), ...(failure === undefined ? {} : { failure }) };
}
