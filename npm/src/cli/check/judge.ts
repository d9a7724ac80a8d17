/** Judges the blocks of one source. */
import { NdjsonChecker } from '../../api/batch.js';
import type { RowFailure } from '../../types/batch.js';
import { addCounts, addFaults, type Counts, noCounts } from './counts.js';
import { type Block, rowBytes, rowCount } from './read/block.js';
import { faultRefusal, type Refusal, refusalOf } from './refusal.js';
import type { JudgeOptions } from './settings.js';

/** A refused row of a block. */
export interface Refused {
  /** Its place in the block, from 0. */
  readonly row: number;
  readonly refusal: Refusal;
}

/** One source's judge. */
export class Judge {
  readonly #file: string;
  readonly #options: JudgeOptions;
  readonly #checker: NdjsonChecker;
  readonly #faults = noCounts();
  /** How many rows the checker has been given. */
  #rows = 0;

  constructor(file: string, options: JudgeOptions) {
    this.#file = file;
    this.#options = options;
    this.#checker = new NdjsonChecker(options);
  }

  /** How many rows have been judged, blank ones too. */
  get rows(): number {
    return this.#rows;
  }

  /** @returns The refused rows of the block, in order. */
  check(block: Block): Refused[] {
    const failures = this.#checker.push(block.rows);
    const before = this.#rows;
    this.#rows += rowCount(block);
    const refused = failures.map((failure) => this.#judged(block, failure.line - before - 1, failure));
    for (const [row, fault] of block.faults) {
      addFaults(this.#faults, fault.code, 1);
      refused.push({ row, refusal: faultRefusal({ file: this.#file, line: block.lineOf(row) }, fault) });
    }
    return block.faults.size === 0 ? refused : refused.sort((a, b) => a.row - b.row);
  }

  /** The counts of all blocks. */
  end(): Counts {
    const { failures: _, ...report } = this.#checker.end();
    const counts = noCounts();
    addCounts(counts, report);
    addCounts(counts, this.#faults);
    return counts;
  }

  #judged(block: Block, row: number, failure: RowFailure): Refused {
    const place = { file: this.#file, line: block.lineOf(row) };
    const bytes = () => rowBytes(block, row);
    return { row, refusal: refusalOf(place, failure, bytes, block.isVerbatim, this.#options) };
  }
}
