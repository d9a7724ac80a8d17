/** Checks a file of rows on disk: large NDJSON in several threads, other files in the calling one. */
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

/** The progress of the check of a file. */
export interface FileProgress {
  /** The number of bytes that have been checked. */
  readonly bytes: number;
  /** The number of rows in these bytes. */
  readonly rows: number;
  /** Returns the report about these rows, with `rows` empty. */
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
   * The number of threads for NDJSON of more than 4 MiB in UTF-8 without a byte order mark. The calling thread checks other
   * files, and every file if `repair` or `encoding` is set or `linkedAccounts` has its own `has()`, which cannot be copied
   * to another thread.
   * @defaultValue one per processor for 32 MiB or more; else none, because starting threads would take longer
   */
  readonly workers?: number | undefined;
  /**
   * Gets the listed rows as they are found, in the order of the file. The report's `rows` are then empty, so that memory
   * stays flat. If it returns a promise, the check waits for it.
   */
  readonly onRows?: ((rows: CheckedRow[]) => void | PromiseLike<void>) | undefined;
  /** Called after each step of the check, after `onRows`. */
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  /** Ends the check: the promise is rejected with the signal's reason. `onRows` has got the rows that were found before. */
  readonly signal?: AbortSignal | undefined;
}

const MORE: Record<Exclude<keyof FileOptions, keyof RowsOptions>, OptionRule> = {
  workers: [isCount, 'a whole number from 1 on'],
  onRows: [isFunction, 'a function'],
  onProgress: [isFunction, 'a function'],
  signal: [isSignal, 'an AbortSignal'],
};

/**
 * Checks a file of rows on disk, NDJSON, JSON or CSV; a large file of NDJSON with all processors. The report is the one
 * that {@link checkRows} gives for the bytes of the file. Threads know the registered apps.
 *
 * @param path - A file or a pipe, such as `/dev/stdin`: a path or a `file:` URL.
 * @throws TypeError if an option is unknown or has the wrong type, or the path is neither a string nor a URL; Error with
 *   Node's `code`, such as `ENOENT` or `EISDIR`, if the file cannot be read; whatever a getter of the options,
 *   `linkedAccounts.has`, `onRows` or `onProgress` throws. All as a rejected promise.
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
  // The same time for all threads.
  const rows: RowsOptions = { ...given, now: given.now ?? Date.now() };
  const listed: CheckedRow[] = [];
  const take = async (more: CheckedRow[], progress: FileProgress) => {
    if (onRows === undefined) for (const row of more) listed.push(row);
    else if (more.length > 0) await onRows(more);
    onProgress?.(progress);
  };
  const name = nameOf(path);
  const file = await opened(name, signal);
  try {
    const bytes = await sizeOf(file, name);
    const segments = segmentsOf(bytes);
    const isLarge = segments.length > 1 && (workers !== undefined || bytes >= BYTES_FOR_THREADS);
    const isForThreads = isLarge && canLeave(rows.linkedAccounts) && !rows.repair && !rows.encoding;
    const report = await checkChunks(file, rows, { take, signal, endAtNdjson: isForThreads });
    if (report !== undefined) return { ...report, rows: listed };
    const count = Math.min(segments.length, workers ?? availableParallelism());
    const merged = await checkSegments(name, file.fd, segments, count, rows, {
      take: (more, bytes, found) => take(more, { bytes, rows: found.total, report: () => found.report() }),
      signal,
    });
    return { ...merged, rows: listed };
  } finally {
    const closed = file.close();
    // Closing a pipe waits until something is read from it.
    if (signal?.aborted) closed.catch(() => {});
    else await closed;
  }
}

function nameOf(path: unknown): string {
  if (typeof path === 'string') return path;
  const href: unknown = (path as { href?: unknown } | null | undefined)?.href;
  if (typeof href === 'string') return fileURLToPath(href);
  throw new TypeError('checkRowsFile: the path must be a string or a file: URL.');
}

async function opened(name: string, signal: AbortSignal | undefined): Promise<FileHandle> {
  const opening = open(name, 'r');
  try {
    return await untilAborted(signal, opening);
  } catch (cause) {
    // Opening a pipe waits until another program writes to it.
    if (signal?.aborted) opening.then((file) => file.close()).catch(() => {});
    signal?.throwIfAborted();
    const { code, message } = cause as NodeJS.ErrnoException;
    throw failure(code, `the file cannot be opened: ${message}`, { cause });
  }
}

/** 0 if it is not a regular file. */
async function sizeOf(file: FileHandle, name: string): Promise<number> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw failure('EISDIR', `${name} is a directory. Name a file in it.`);
  return stats.isFile() ? stats.size : 0;
}

/** An error with a `code`, as those of Node have. */
function failure(code: string | undefined, message: string, options?: ErrorOptions): Error {
  return Object.assign(new Error(`checkRowsFile: ${message}`, options), { code });
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isSignal(value: unknown): boolean {
  return value instanceof AbortSignal;
}
