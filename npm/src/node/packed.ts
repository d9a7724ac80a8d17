/** Reports of segments on their way between threads: what rows are refused for is sent once, and then its number. */
import { failureOf, type Refusal } from '../failures.js';
import type { RowFailure } from '../types/batch.js';
import type { SegmentReport } from './segment.js';

/** A report without what its receiver has already. */
export interface PackedReport extends SegmentReport {
  /** Of each refused row its line and the number of its refusal. */
  readonly rows: Float64Array<ArrayBuffer>;
  /** Of each refused row its account, or `false`. */
  readonly accounts: readonly (string | false)[];
  /** Those that are new, by the numbers that they get. */
  readonly refusals: readonly (readonly [number, Refusal])[];
}

/** Where there are more before a report, both sides start anew from 0. */
const MOST = 1 << 13;

/** The side that sends. */
export class Packer {
  /** By their paths, which the rows that are refused for the same share. */
  readonly #numbers = new Map<unknown, number>();

  pack({ report, lines }: SegmentReport): PackedReport {
    const { failures } = report;
    if (this.#numbers.size > MOST) this.#numbers.clear();
    const rows = new Float64Array(2 * failures.length);
    const refusals: [number, Refusal][] = [];
    const accounts = failures.map((failure, index) => {
      rows[2 * index] = failure.line;
      rows[2 * index + 1] = this.#number(failure, refusals);
      return failure.linked_account_id ?? false;
    });
    return { report: { ...report, failures: [] }, lines, rows, accounts, refusals };
  }

  #number(failure: RowFailure, refusals: [number, Refusal][]): number {
    const known = this.#numbers.get(failure.path);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(failure.path, number);
    const { line: _, linked_account_id: __, ...refusal } = failure;
    refusals.push([number, refusal]);
    return number;
  }
}

/** The side that gets the reports, in the order that they were packed in. */
export class Unpacker {
  readonly #refusals: Refusal[] = [];

  unpack({ report, lines, rows, accounts, refusals }: PackedReport): SegmentReport {
    for (const [number, refusal] of refusals) {
      Object.freeze(refusal.path);
      this.#refusals[number] = refusal;
    }
    const failures = accounts.map((account, index) => {
      const refusal = this.#refusals[rows[2 * index + 1] as number] as Refusal;
      return failureOf(rows[2 * index] as number, refusal, account);
    });
    return { report: { ...report, failures }, lines };
  }
}
