/** Checks a regular file: the library reads it, large NDJSON with a thread for each processor. */
import { checkRowsFile, type FileProgress } from 'auth-object/node';
import type { CheckedRow, RowsOptions } from 'auth-object/rows';
import { noRows } from './check-summary.ts';
import { type Checked, readError } from './input-error.ts';
import type { RowLister } from './row-lister.ts';

/** @param onProgress - Gets the bytes and the rows so far. */
export async function checkFile(
  path: string,
  options: RowsOptions,
  lister: RowLister,
  onProgress: (bytes: number, rows: number) => void,
  signal: AbortSignal,
): Promise<Checked> {
  let last: FileProgress | undefined;
  let listed: Promise<void> = Promise.resolve();
  try {
    const report = await checkRowsFile(path, {
      ...options,
      signal,
      onRows(rows: CheckedRow[]) {
        listed = lister.list(rows);
        return listed;
      },
      onProgress(progress) {
        last = progress;
        onProgress(progress.bytes, progress.rows);
      },
    });
    return { report };
  } catch (error) {
    // The rows that were being listed when the signal came are listed to the end.
    await listed.catch(() => {});
    const isOfFile = (error as NodeJS.ErrnoException).syscall !== undefined;
    return { report: last?.report() ?? noRows(), error: isOfFile ? readError(error) : error };
  }
}
