import type { RuleCode } from '../generated/codes.js';
import type { Path } from './verdict.js';

/** Rows of one app. */
export interface AppCount {
  total: number;
  accepted: number;
  rejected: number;
}

/** A rejected row. */
export interface RowFailure {
  /** The line, counted from 1; blank lines count. */
  line: number;
  slug?: string;
  linked_account_id?: string;
  /** The rule that answers it. */
  code: RuleCode;
  /** The endpoint's text. */
  message: string;
  /** Where in the row. */
  readonly path: Path;
}

/** The report about many rows. */
export interface BatchReport {
  /** Rows that are not blank. */
  total: number;
  accepted: number;
  rejected: number;
  /** Rejected rows by the rule that answers them. */
  byCode: Partial<Record<RuleCode, number>>;
  /** Rows by app; those of apps that the catalogue lacks are counted under `(unknown)`. */
  byApp: Record<string, AppCount>;
  /** The rejected rows, in the order of the lines. */
  failures: RowFailure[];
}
