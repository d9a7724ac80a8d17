/** Checks a large file of NDJSON with a thread for each processor. */
import { availableParallelism } from 'node:os';
import { Merged } from '../../node/merge.js';
import { inOrder } from '../../node/order.js';
import { BYTES_FOR_THREADS, type Segment, segmentsOf } from '../../node/segment.js';
import { Thread } from '../../node/thread.js';
import type { CheckedRow, RowsOptions } from '../../types/rows.js';
import type { Checked } from './check-stream.js';

/** Whether a file is worth threads. @param bytes - Its size; `undefined` if it is not a regular file. */
export function wantsThreads(bytes: number | undefined): bytes is number {
  return bytes !== undefined && bytes >= BYTES_FOR_THREADS && availableParallelism() > 1;
}

/** Takes the listed rows of a part of the file, and how far the check has come. */
export type TakePart = (rows: CheckedRow[], bytes: number, total: number) => Promise<void>;

/**
 * Checks a file that is NDJSON from its first byte to its last. After the signal, the report is of the parts that were
 * taken.
 */
export async function checkInThreads(
  path: string,
  bytes: number,
  options: RowsOptions,
  signal: AbortSignal,
  take: TakePart,
): Promise<Checked> {
  const merged = new Merged();
  const threads: Thread[] = [];
  let error: unknown;
  try {
    for (let count = 0; count < availableParallelism(); count++) {
      threads.push(new Thread(path, { ...options, format: 'ndjson' }));
    }
    const checkers = threads.map((thread) => async (segment: Segment) => ({
      segment,
      part: await thread.check(segment),
    }));
    await inOrder(segmentsOf(bytes), checkers, async ({ segment, part }) => {
      signal.throwIfAborted();
      const rows = merged.add(part);
      await take(rows, segment.end, merged.total);
    });
  } catch (thrown) {
    error = thrown;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
    merged.free();
  }
  return { report: merged.report([]), error };
}
