/** Many requests: NDJSON in, a report out. */
import { Answer } from '../answer.js';
import { bytesOf } from '../bytes.js';
import { batchFlags } from '../context.js';
import { ended, guarded } from '../engine.js';
import { AuthObjectError } from '../error.js';
import type { Glue, Rows, RowsGlue } from '../glue.js';
import { isHighSurrogate, pieces, write } from '../input.js';
import { Lookups } from '../lookups.js';
import type { BatchReport, RowFailure } from '../types/batch.js';
import type { BatchOptions } from '../types/context.js';

/** In bytes or UTF-16 units: what the instance reads at a time, so that memory stays flat. */
const PIECE = 1 << 18;

/**
 * Checks NDJSON as it comes, in chunks of any size: one row a line,
 * `{ "slug", "linked_account_id"?, "auth_object" }`. Keeps only counts, so the memory stays flat.
 *
 * @example
 * ```ts
 * const checker = new NdjsonChecker({ linkedAccounts: knownIds });
 * for await (const chunk of createReadStream("rows.ndjson")) {
 *   for (const { line, message } of checker.push(chunk)) console.log(line, message);
 * }
 * const { total, accepted, rejected } = checker.end();
 * ```
 */
export class NdjsonChecker {
  readonly #lookups: Lookups | undefined;
  #rows: Rows | undefined;
  /** The value of {@link ended} when the rows began: they end with their instance. */
  readonly #ended: number;
  #isReading = false;
  /** The first half of a character that a chunk of text ended in. */
  #half = '';

  /** @throws TypeError if an option is unknown or has the wrong type. */
  constructor(options: BatchOptions = {}) {
    const flags = batchFlags('NdjsonChecker', options);
    const { linkedAccounts: accounts, customApps } = options;
    if (accounts !== undefined || customApps !== undefined) {
      // A set finds an account of many at once.
      const linkedAccounts = Array.isArray(accounts) ? new Set(accounts) : accounts;
      this.#lookups = new Lookups({ linkedAccounts, customApps: customApps && [...customApps] });
    }
    this.#rows = guarded((glue) => new (glue as RowsGlue).Rows(flags, this.#lookups));
    this.#ended = ended;
  }

  /**
   * Reads a chunk; it may end anywhere, also in the middle of a row or of a character.
   *
   * @returns The rejected rows that end in this chunk, in order.
   * @throws TypeError if the chunk is not a string or bytes, or after `end`; AuthObjectError, after which the rows must be
   *   read again by a new checker; what `linkedAccounts.has` throws, which ends the checker.
   */
  push(chunk: string | Uint8Array | ArrayBuffer): RowFailure[] {
    const rows = this.#open();
    const source = typeof chunk === 'string' ? this.#whole(chunk) : bytesOf(chunk);
    if (source === undefined) {
      throw new TypeError('NdjsonChecker.push: a chunk must be a string, a Uint8Array or an ArrayBuffer.');
    }
    const failures: RowFailure[] = [];
    for (const piece of pieces(source, PIECE)) {
      const more = this.#push(rows, piece);
      for (const failure of more) failures.push(failure);
    }
    return failures;
  }

  /**
   * Reads the last row, which may lack its line end.
   *
   * @returns The report; its `failures` are the rejected rows that no `push` has returned.
   * @throws TypeError if called twice; AuthObjectError as `push` does; what `linkedAccounts.has` throws.
   */
  end(): BatchReport {
    const rows = this.#open();
    const failures = this.#half === '' ? [] : this.#push(rows, this.#half);
    const report = this.#read(() => rows.end());
    this.#free();
    return { ...report, failures: [...failures, ...report.failures] };
  }

  #free(): void {
    if (this.#ended === ended) this.#rows?.free();
    this.#rows = undefined;
  }

  #open(): Rows {
    if (this.#isReading) {
      throw new TypeError(
        'NdjsonChecker: It was called from its own linkedAccounts.has(). Let has() only look the id up.',
      );
    }
    if (this.#rows === undefined) {
      throw new TypeError('NdjsonChecker: It has ended, by end() or because has() threw. Make a new one.');
    }
    if (this.#ended !== ended) {
      const message = 'NdjsonChecker: The WebAssembly instance has ended. Read the rows again with a new checker.';
      throw new AuthObjectError('internal', { message });
    }
    return this.#rows;
  }

  /** The chunk with the half character before it, and without the one it ends in. */
  #whole(chunk: string): string {
    const text = this.#half + chunk;
    const isHalf = isHighSurrogate(text.charCodeAt(text.length - 1));
    this.#half = isHalf ? text.slice(-1) : '';
    return isHalf ? text.slice(0, -1) : text;
  }

  #push(rows: Rows, piece: string | Uint8Array): RowFailure[] {
    return this.#read((glue) => {
      const answer = new Answer<RowFailure[]>();
      rows.push(write(glue, piece), answer);
      return answer.value;
    });
  }

  #read<T>(call: (glue: Glue) => T): T {
    this.#isReading = true;
    try {
      return guarded(call);
    } finally {
      this.#isReading = false;
      this.#rethrow();
    }
  }

  /** After has() threw, the rows that follow are counted wrongly. */
  #rethrow(): void {
    try {
      this.#lookups?.rethrow();
    } catch (error) {
      this.#free();
      throw error;
    }
  }
}

/**
 * Checks many requests at once: NDJSON, one row a line, `{ "slug", "linked_account_id"?, "auth_object" }`.
 * For more than fits in memory, or to see failures as they come, use {@link NdjsonChecker}.
 *
 * @param ndjson - A string, bytes, or chunks of either in order.
 * @throws TypeError if an option is unknown, or `ndjson` is not text or bytes; AuthObjectError; what `linkedAccounts.has`
 *   throws.
 *
 * @example
 * ```ts
 * const { total, rejected, failures } = checkNdjson(await readFile("rows.ndjson"));
 * ```
 */
export function checkNdjson(
  ndjson: string | Uint8Array | ArrayBuffer | Iterable<string | Uint8Array | ArrayBuffer>,
  options?: BatchOptions,
): BatchReport {
  const checker = new NdjsonChecker(options);
  const failures: RowFailure[] = [];
  for (const chunk of chunksOf(ndjson)) {
    for (const failure of checker.push(chunk)) failures.push(failure);
  }
  const report = checker.end();
  for (const failure of report.failures) failures.push(failure);
  report.failures = failures;
  return report;
}

function chunksOf(ndjson: unknown): Iterable<string | Uint8Array> {
  if (typeof ndjson === 'string') return [ndjson];
  const bytes = bytesOf(ndjson);
  if (bytes !== undefined) return [bytes];
  if (typeof ndjson === 'object' && ndjson !== null && Symbol.iterator in ndjson) return ndjson as Iterable<string>;
  const isAsync = typeof ndjson === 'object' && ndjson !== null && Symbol.asyncIterator in ndjson;
  throw new TypeError(
    isAsync
      ? 'checkNdjson: a stream cannot be read at once; push its chunks to a NdjsonChecker: `for await (const chunk of stream) checker.push(chunk)`.'
      : 'checkNdjson: hand over NDJSON as a string, a Uint8Array, an ArrayBuffer, or chunks of these.',
  );
}
