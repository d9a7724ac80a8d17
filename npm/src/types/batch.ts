import type { RuleCode } from '../generated/codes.js';
import type { Path } from './verdict.js';

/** Rows of one app. */
export interface AppCount {
  total: number;
  accepted: number;
  rejected: number;
}

/** A refused row: an object of its own, but rows that are refused for the same reason share its path, which is frozen. */
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

/** What is to say of many rows. */
export interface BatchReport {
  /** Rows that are not blank. */
  total: number;
  accepted: number;
  rejected: number;
  /** Refused rows by the rule that answers them. */
  byCode: Partial<Record<RuleCode, number>>;
  /** Rows by app; those of apps that the catalogue lacks stand under `(unknown)`. */
  byApp: Record<string, AppCount>;
  /** The refused rows, in the order of the lines. */
  failures: RowFailure[];
}
