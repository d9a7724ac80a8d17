/** A file of NDJSON, checked by threads. */
import type { RowsOptions, RowsReport } from '../types/rows.js';
import type { Sink } from './in-chunks.js';
import { Merged } from './merge.js';
import { inOrder } from './order.js';
import type { Segment } from './segment.js';
import { Thread } from './thread.js';
import { untilAborted } from './until-aborted.js';

/** Checks the segments of a file that is NDJSON without a byte order mark. */
export async function checkSegments(
  path: string,
  segments: readonly Segment[],
  workers: number,
  options: RowsOptions,
  { take, signal }: Sink,
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
      const rows = merged.add(part);
      await take(rows, { bytes: segment.end, rows: merged.total });
    });
    await untilAborted(signal, work);
    return merged.report([]);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    merged.free();
  }
}
