/** Many requests: NDJSON in, a report out. */
import { Accounts } from '../accounts.js';
import { answerValue } from '../answer.js';
import { bytesOf } from '../bytes.js';
import { batchFlags } from '../context.js';
import { addFailures, type Handed, type HandedReport } from '../failures.js';
import * as input from '../input.js';
import { ndjson, type Rows } from '../part/ndjson.js';
import type { BatchReport, RowFailure } from '../types/batch.js';
import type { BatchOptions } from '../types/context.js';

/** In bytes or UTF-16 units: what is handed over at a time, so that memory stays flat. */
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
  readonly #accounts: Accounts | undefined;
  #rows: Rows | undefined;
  /** The first half of a character that a chunk of text ended in. */
  #half = '';

  /** @throws TypeError for an option that there is not, or that has the wrong type. */
  constructor(options?: BatchOptions) {
    const flags = batchFlags('NdjsonChecker', options);
    const Rows = ndjson();
    if (options?.linkedAccounts !== undefined) this.#accounts = new Accounts(options.linkedAccounts);
    const rows = new Rows(flags, this.#accounts);
    this.#rows = rows;
    for (const slug of options?.customApps ?? []) {
      this.#hand(slug, (length) => rows.addCustomApp(length));
    }
  }

  /**
   * Reads a chunk; it may end anywhere, also in the middle of a row or of a character.
   *
   * @returns The refused rows that end in this chunk, in order.
   * @throws TypeError for a chunk that is no text and no bytes, or after `end`; what `linkedAccounts.has` throws,
   *   which ends the checker.
   */
  push(chunk: string | Uint8Array | ArrayBuffer): RowFailure[] {
    const rows = this.#open();
    const source = typeof chunk === 'string' ? this.#whole(chunk) : bytesOf(chunk);
    if (source === undefined) {
      throw new TypeError('NdjsonChecker.push: a chunk must be a string, a Uint8Array or an ArrayBuffer.');
    }
    const failures: RowFailure[] = [];
    for (let start = 0; start < source.length; ) {
      const end = pieceEnd(source, start);
      const piece = typeof source === 'string' ? source.slice(start, end) : source.subarray(start, end);
      this.#hand(piece, (length) => rows.push(length));
      addFailures(answerValue<Handed>(), failures);
      start = end;
    }
    return failures;
  }

  /**
   * Reads the last row, which may lack its line end.
   *
   * @returns The report; its `failures` are the refused rows that no `push` has returned.
   * @throws TypeError when called twice; what `linkedAccounts.has` throws.
   */
  end(): BatchReport {
    const rows = this.#open();
    const failures: RowFailure[] = [];
    try {
      if (this.#half !== '') {
        this.#hand(this.#half, (length) => rows.push(length));
        addFailures(answerValue<Handed>(), failures);
      }
      this.#hand('', () => rows.end());
      const report = answerValue<HandedReport>();
      addFailures(report.failures, failures);
      return { ...report, failures };
    } finally {
      this.#free();
    }
  }

  #free(): void {
    this.#rows?.free();
    this.#rows = undefined;
  }

  #open(): Rows {
    input.refresh();
    if (this.#rows === undefined)
      throw new TypeError('NdjsonChecker: it has ended, by end() or because has() threw; make a new one.');
    return this.#rows;
  }

  /** The chunk with the half character before it, and without the one it ends in. */
  #whole(chunk: string): string {
    const text = this.#half + chunk;
    const isHalf = /[\uD800-\uDBFF]$/.test(text);
    this.#half = isHalf ? text.slice(-1) : '';
    return isHalf ? text.slice(0, -1) : text;
  }

  /** Writes a piece to the input buffer and has the instance read it. */
  #hand(piece: string | Uint8Array, read: (length: number) => void): void {
    const length = input.putAlone(piece);
    input.lock(true);
    try {
      read(length);
    } finally {
      input.lock(false);
    }
    try {
      this.#accounts?.rethrow();
    } catch (error) {
      // The rows after the one that was asked for are counted wrongly.
      this.#free();
      throw error;
    }
  }
}

/** Where the piece that starts here ends: never between the halves of a character. */
function pieceEnd(source: string | Uint8Array, start: number): number {
  const end = start + PIECE;
  if (typeof source !== 'string' || end >= source.length) return end;
  const unit = source.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/**
 * Checks many requests at once: NDJSON, one row a line, `{ "slug", "linked_account_id"?, "auth_object" }`.
 * For more than fits in memory, or to see failures as they come, use {@link NdjsonChecker}.
 *
 * @param ndjson - Text, bytes, or chunks of either in order.
 * @throws TypeError for an option that there is not, or what is no text and no bytes; what `linkedAccounts.has` throws.
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
