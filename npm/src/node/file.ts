/** A file of NDJSON, checked by several threads. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { batchFlags } from '../context.js';
import type { BatchReport, RowFailure } from '../types/batch.js';
import type { BatchOptions } from '../types/context.js';
import { Merged } from './merge.js';
import { inOrder } from './order.js';
import { checkSegment, type Segment, segmentsOf } from './segment.js';
import { canLeave, Thread } from './thread.js';

/** What {@link checkNdjsonFile} may be told. */
export interface FileOptions extends BatchOptions {
  /**
   * How many threads check. A file of less than 4 MiB is checked in the calling thread, and so is every file where
   * `linkedAccounts` has a `has()` of its own, which cannot leave it.
   * @defaultValue one for each processor
   */
  readonly workers?: number | undefined;
  /**
   * Takes the refused rows as they come, in the order of the lines; the report's `failures` are then empty, and the
   * memory stays flat however many there are. The next ones wait for a promise that it returns.
   */
  readonly onFailures?: ((failures: RowFailure[]) => void | PromiseLike<void>) | undefined;
}

/**
 * Checks a file of NDJSON, one row a line, `{ "slug", "linked_account_id"?, "auth_object" }`, with all processors:
 * the report that {@link checkNdjson} gives of the same bytes. Apps that were registered are known to all threads.
 *
 * @param path - A regular file; what comes through a pipe is for {@link NdjsonChecker}.
 * @throws TypeError for an option that there is not, or that has the wrong type; Error where the file cannot be read;
 *   what `linkedAccounts.has` or `onFailures` throws. All of it as a rejected promise.
 *
 * @example
 * ```ts
 * import { checkNdjsonFile } from "auth-object/node";
 * const { total, rejected } = await checkNdjsonFile("rows.ndjson", { onFailures: (failures) => print(failures) });
 * ```
 */
export async function checkNdjsonFile(
  path: string | { readonly href: string },
  options: FileOptions = {},
): Promise<BatchReport> {
  const { workers, onFailures, ...batch } = verified(options);
  const name = typeof path === 'string' ? path : fileURLToPath(path.href);
  const file = opened(name);
  try {
    const segments = segmentsOf(fstatSync(file).size);
    const merged = new Merged();
    const failures: RowFailure[] = [];
    const keep = (more: RowFailure[]) => {
      for (const failure of more) failures.push(failure);
    };
    const take = onFailures ?? keep;
    const threads = threadsFor(segments.length, workers, name, batch);
    try {
      const checkers = threads.map((thread) => (segment: Segment) => thread.check(segment));
      const here = async (segment: Segment) => checkSegment(file, segment, batch);
      await inOrder(segments, checkers.length > 0 ? checkers : [here], async (part) => {
        const more = merged.add(part);
        if (more.length > 0) await take(more);
      });
    } finally {
      await Promise.all(threads.map((thread) => thread.end()));
    }
    return merged.report(failures);
  } finally {
    closeSync(file);
  }
}

function verified(options: FileOptions): FileOptions {
  const { workers, onFailures, ...batch } = options;
  batchFlags('checkNdjsonFile', batch);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0)) {
    throw new TypeError('checkNdjsonFile: the option "workers" must be a whole number from 1 on.');
  }
  if (onFailures !== undefined && typeof onFailures !== 'function') {
    throw new TypeError('checkNdjsonFile: the option "onFailures" must be a function.');
  }
  return options;
}

function opened(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new Error(`checkNdjsonFile: the file cannot be opened: ${(cause as Error).message}`, { cause });
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new Error(`checkNdjsonFile: ${path} is no regular file; push the chunks of a stream to a NdjsonChecker.`);
}

/** None where the calling thread does it. */
function threadsFor(segments: number, workers: number | undefined, path: string, options: BatchOptions): Thread[] {
  if (segments < 2 || !canLeave(options.linkedAccounts)) return [];
  const count = Math.min(segments, workers ?? availableParallelism());
  return Array.from({ length: count }, () => new Thread(path, options));
}
