/** A file of rows: NDJSON by several threads, other formats in the calling one. */
import { type FileHandle, open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isCount, type OptionRule } from '../check/option-rules.ts';
import type { RowsReport } from '../rows/report.ts';
import type { CheckedRow } from '../rows/row.ts';
import { rowsFlags } from '../rows/rows-flags.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { checkChunks } from './check-chunks.ts';
import { checkSegments } from './check-segments.ts';
import { BYTES_FOR_THREADS, segmentsOf } from './segment.ts';
import { canLeave } from './thread.ts';
import { untilAborted } from './until-aborted.ts';

/** How far the check of a file has come. */
export interface FileProgress {
  /** The bytes of the file that have been checked. */
  readonly bytes: number;
  /** The rows in them. */
  readonly rows: number;
  /** The report of these rows, without the listed ones. */
  report(): RowsReport;
}

/**
 * The options of {@link checkRowsFile}.
 *
 * @example
 * ```ts
 * const options: FileOptions = {
 *   list: "hinted",
 *   onRows: (rows) => writeAll(rows),
 *   signal: AbortSignal.timeout(60_000),
 * };
 * ```
 */
export interface FileOptions extends RowsOptions {
  /**
   * The number of threads that check NDJSON of more than 4 MiB that is UTF-8 without a byte order mark. Other files are
   * checked in the calling thread, and so is every file if `repair` or `encoding` is given, or if `linkedAccounts` has its
   * own `has()`, which cannot leave the thread.
   * @defaultValue one for each processor if the file has 32 MiB or more; else none, because starting threads takes longer
   */
  readonly workers?: number | undefined;
  /**
   * Takes the listed rows as they are found, in the order of the file. The report's `rows` are then empty, and the memory
   * stays flat however many there are. If it returns a promise, the next rows wait for it.
   */
  readonly onRows?: ((rows: CheckedRow[]) => void | PromiseLike<void>) | undefined;
  /** Called as the check goes on, after `onRows`. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  /** Ends the check: the promise is rejected with the signal's reason. `onRows` has had what was found until then. */
  readonly signal?: AbortSignal | undefined;
}

const MORE: Record<Exclude<keyof FileOptions, keyof RowsOptions>, OptionRule> = {
  workers: [isCount, 'a whole number from 1 on'],
  onRows: [isFunction, 'a function'],
  onProgress: [isFunction, 'a function'],
  signal: [isSignal, 'an AbortSignal'],
};

/**
 * Checks a file of rows, NDJSON, JSON or CSV, with all processors if that helps: the report that {@link checkRows} gives of
 * the same bytes. All threads know the registered apps.
 *
 * @param path - A file or a pipe, such as `/dev/stdin`.
 * @throws TypeError if an option is unknown or has the wrong type; Error if the file cannot be read; what
 *   `linkedAccounts.has`, `onRows` or `onProgress` throws. All of it as a rejected promise.
 *
 * @example
 * ```ts
 * import { checkRowsFile } from "auth-object/node";
 * const { total, rejected } = await checkRowsFile("rows.csv", { onRows: (rows) => print(rows) });
 * ```
 */
export async function checkRowsFile(
  path: string | { readonly href: string },
  options: FileOptions = {},
): Promise<RowsReport> {
  rowsFlags('checkRowsFile', options, MORE);
  const { workers, onRows, onProgress, signal, ...given } = options;
  // One time for all rows, whichever thread checks them.
  const rows: RowsOptions = { ...given, now: given.now ?? Date.now() };
  const listed: CheckedRow[] = [];
  const take = async (more: CheckedRow[], progress: FileProgress) => {
    if (onRows === undefined) for (const row of more) listed.push(row);
    else if (more.length > 0) await onRows(more);
    onProgress?.(progress);
  };
  const name = typeof path === 'string' ? path : fileURLToPath(path.href);
  const file = await opened(name, signal);
  try {
    const bytes = await sizeOf(file, name);
    const segments = segmentsOf(bytes);
    const isLarge = segments.length > 1 && (workers !== undefined || bytes >= BYTES_FOR_THREADS);
    const isForThreads = isLarge && canLeave(rows.linkedAccounts) && !rows.repair && !rows.encoding;
    const report = await checkChunks(file, rows, { take, signal, endAtNdjson: isForThreads });
    if (report !== undefined) return { ...report, rows: listed };
    const count = Math.min(segments.length, workers ?? availableParallelism());
    const merged = await checkSegments(name, segments, count, rows, {
      take: (more, bytes, found) => take(more, { bytes, rows: found.total, report: () => found.report([]) }),
      signal,
    });
    return { ...merged, rows: listed };
  } finally {
    const closed = file.close();
    // A pipe is not closed before something is read from it.
    if (signal?.aborted) closed.catch(() => {});
    else await closed;
  }
}

async function opened(name: string, signal: AbortSignal | undefined): Promise<FileHandle> {
  const opening = open(name, 'r');
  try {
    return await untilAborted(signal, opening);
  } catch (cause) {
    // A pipe is not opened before another program writes into it.
    if (signal?.aborted) opening.then((file) => file.close()).catch(() => {});
    signal?.throwIfAborted();
    throw unreadable(cause);
  }
}

/** 0 if it is not a regular file. */
async function sizeOf(file: FileHandle, name: string): Promise<number> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw new Error(`checkRowsFile: ${name} is a directory. Name a file in it.`);
  return stats.isFile() ? stats.size : 0;
}

function unreadable(cause: unknown): Error {
  return new Error(`checkRowsFile: the file cannot be opened: ${(cause as Error).message}`, { cause });
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isSignal(value: unknown): boolean {
  return value instanceof AbortSignal;
}
