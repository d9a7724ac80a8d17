/** Checks a large file of NDJSON with a thread for each processor. */
import { checkRowsFile, type FileProgress } from 'auth-object/node';
import type { CheckedRow, RowsOptions } from 'auth-object/rows';
import type { Checked } from './check-stream.ts';
import { noRows } from './check-summary.ts';

/** In bytes: a smaller file is checked before threads have begun. */
export const BYTES_FOR_THREADS = 1 << 25;

/** Where the rows go; what is being taken when the signal comes is still taken. */
export interface ThreadsSink {
  readonly take: (rows: CheckedRow[]) => Promise<void>;
  readonly progress: (progress: FileProgress) => void;
  readonly signal: AbortSignal;
}

/** Checks a file that is NDJSON from its first byte to its last. */
export async function checkInThreads(path: string, rows: RowsOptions, sink: ThreadsSink): Promise<Checked> {
  let last: FileProgress | undefined;
  let taking: Promise<void> = Promise.resolve();
  const onRows = (found: CheckedRow[]) => {
    taking = sink.take(found);
    return taking;
  };
  const onProgress = (progress: FileProgress) => {
    last = progress;
    sink.progress(progress);
  };
  try {
    return { report: await checkRowsFile(path, { ...rows, onRows, onProgress, signal: sink.signal }) };
  } catch (error) {
    await taking.catch(() => {});
    return { report: last?.report() ?? noRows(), error };
  }
}
