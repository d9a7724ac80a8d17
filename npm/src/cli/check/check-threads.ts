/** Checks a large file of NDJSON with a thread for each processor. */
import { availableParallelism } from 'node:os';
import { checkSegments, type SegmentsSink } from '../../node/in-segments.js';
import { BYTES_FOR_THREADS, segmentsOf } from '../../node/segment.js';
import type { RowsOptions } from '../../types/rows.js';
import type { Checked } from './check-stream.js';

/** Whether a file is worth threads. @param bytes - Its size; `undefined` if it is not a regular file. */
export function wantsThreads(bytes: number | undefined): bytes is number {
  return bytes !== undefined && bytes >= BYTES_FOR_THREADS && availableParallelism() > 1;
}

/** Checks a file that is NDJSON from its first byte to its last. After the signal, what is being taken is still taken. */
export async function checkInThreads(
  path: string,
  bytes: number,
  options: RowsOptions,
  signal: AbortSignal,
  take: SegmentsSink['take'],
): Promise<Checked> {
  const sink = { take, signal, wait: (work: Promise<void>) => work };
  const { report, failure } = await checkSegments(path, segmentsOf(bytes), availableParallelism(), options, sink);
  return { report, error: failure?.error };
}
