import type { HintCode, HintVariant } from '../generated/codes.ts';
import type { CheckedRow, RowCode, RowFaultReason } from './row.ts';
import type { RowFormat } from './rows-options.ts';

/** The number of rows of one app. */
export interface AppCount {
  total: number;
  accepted: number;
  rejected: number;
  /** The rejected rows that may be accepted after all, because a schema is unconfirmed or the app unknown. */
  likely: number;
}

/** The accepted rows that have the same hint. */
export interface HintCount {
  /** The app, if the row has one. */
  app?: string;
  /** The field: the last key of the hint's path. */
  field: string;
  code: HintCode;
  /** Which of the texts of this code `help` is, if there are several. */
  variant?: HintVariant;
  help: string;
  rows: number;
  /** The rows in which the hint has a fix. */
  fixable: number;
  /** The lines of the first five rows. */
  lines: number[];
}

/** The accepted rows that have a hint with the same cause, whatever the app and field. */
export interface HintCause {
  code: HintCode;
  /** Which of the texts of this code applies, if there are several. */
  variant?: HintVariant;
  /** A row with several such hints counts once. */
  rows: number;
  /** The rows in which all of them have a fix. */
  fixable: number;
  /** The lines of the first five rows. */
  lines: number[];
}

/** A number of rows, and the lines of the first five. */
export interface LineCount {
  rows: number;
  lines: number[];
}

/** Why a file cannot be read. TypeScript narrows it by `reason`. */
export type UnreadableReason =
  /** Not JSON or CSV; UTF-16 although `encoding` names another; compressed, a spreadsheet or Parquet. */
  | { readonly reason: 'no_format' | 'utf16' | 'binary' }
  /** The CSV header has no column `slug`. */
  | { readonly reason: 'no_slug'; readonly columns: number }
  /** Two columns of the CSV header have the same name; the columns are counted from 1. */
  | { readonly reason: 'same_column'; readonly first: number; readonly second: number }
  /** The CSV header cannot be read. */
  | { readonly reason: 'header'; readonly fault: RowFaultReason };

/**
 * A file that cannot be read.
 *
 * @example
 * ```ts
 * if (report.unreadable) console.error(`rows.csv ${report.unreadable.help}`);
 * ```
 */
export type Unreadable = UnreadableReason & {
  /** What is wrong and what to do, in English. Print it after the name of the file. */
  readonly help: string;
};

/**
 * The report about a file of rows. Each call returns a new object, which you may change.
 *
 * @example
 * ```ts
 * const { total, accepted, rejected, likely, byCode, hints } = checkRows(bytes);
 * console.log(`${rejected} of ${total} rows rejected, ${likely} of these may be accepted after all`);
 * for (const { code, field, rows, lines } of hints) console.log(code, field, rows, lines);
 * ```
 */
export interface RowsReport {
  /** The format; absent if it was not found. */
  format?: RowFormat;
  /** The lines of the file. */
  lines: number;
  /** The rows. Blank lines are not rows. */
  total: number;
  accepted: number;
  /** Includes the `likely` ones. */
  rejected: number;
  /** The rejected rows whose rejection depends on an unconfirmed schema or on an app that is not in the catalogue. */
  likely: number;
  /** The rejected rows by the code of their first issue. */
  byCode: Partial<Record<RowCode, number>>;
  /** The rows by app. Rows of unknown apps are counted as `(unknown)`. */
  byApp: Record<string, AppCount>;
  /** The accepted rows with a hint. */
  hinted: number;
  /** The hints of accepted rows, the most frequent first. Only the first 5,000 kinds are counted. */
  hints: HintCount[];
  /** The accepted rows by the cause of their hints, in the order in which the causes came; absent without hints. */
  hintCauses?: HintCause[];
  accounts: {
    /** Rows without a `linked_account_id`. */
    missing: LineCount;
    /** Rows with the same account and app as an earlier row; counted only if hints are. */
    repeated: LineCount;
  };
  /** The columns of a CSV header that were read as a field with another name. */
  columns: { column: string; field: string }[];
  /** Why the file cannot be read completely. The report has the rows before that point. */
  unreadable?: Unreadable;
  /** The rows that were repaired. */
  repaired: number;
  /** The listed rows in the order of the file. `RowChecker.end` gives only those that no `push` has returned. */
  rows: CheckedRow[];
}
