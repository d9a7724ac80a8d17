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

/**
 * What a column of CSV, or a key of JSON, was read as.
 *
 * @example
 * ```ts
 * for (const { column, field, by } of report.columns) if (by !== "name") console.log(column, field ?? by);
 * ```
 */
export interface ReadColumn {
  /** The name in the header, or the key as in the option `map`. Redacted if it looks like a secret. */
  column: string;
  /** `slug`, `linked_account_id`, `auth_type`, `auth_object`, a field or a field of an auth type; absent if `unknown` or `ignored`. */
  field?: string;
  /**
   * `name`: it has the name. `similar_name`: but for case and punctuation. `map`: by the option `map`. `unknown`: no app
   * has such a field, so rows with a value in it are rejected. `ignored`: by the option `map`; or because it names other
   * columns, and no app has such a field.
   */
  by: 'name' | 'similar_name' | 'map' | 'unknown' | 'ignored';
  /** The rows that have the key; only for JSON. */
  rows?: number;
}

/**
 * An export of another platform. Its rows are not requests, and are rejected unless the option `map` says what they mean.
 *
 * @example
 * ```ts
 * if (report.export) console.error(`rows.json ${report.export.help}`, report.export.map);
 * ```
 */
export interface PlatformExport {
  platform:
    | 'n8n'
    | 'Nango'
    | 'Pipedream Connect'
    | 'Composio'
    | 'HashiCorp Vault'
    | 'Activepieces'
    | 'Apideck'
    | 'Truto'
    | 'Ampersand';
  /** The keys of its rows and what they are, for the option `map`. */
  map: Record<string, string>;
  /** What the file has and lacks, in English. Print it after the name of the file. */
  help: string;
}

/** Why a file cannot be read. TypeScript narrows it by `reason`. */
export type UnreadableReason =
  /** Not JSON or CSV; UTF-16 although `encoding` names another; compressed, a spreadsheet, a database or Parquet. */
  | { readonly reason: 'no_format' | 'utf16' | 'binary' }
  /** Text in another format, such as YAML, HTML, SQL or `NAME=value` lines. */
  | { readonly reason: 'other_format' }
  /** The CSV header has no column `slug`. */
  | { readonly reason: 'no_slug'; readonly columns: number }
  /** Two columns of the CSV header have the same name; the columns are counted from 1. */
  | { readonly reason: 'same_column'; readonly first: number; readonly second: number }
  /** The CSV header has no column that the option `map` names. */
  | { readonly reason: 'no_column'; readonly column: string }
  /** Two columns of the CSV header, counted from 1, have the same target. */
  | { readonly reason: 'same_target'; readonly first: number; readonly second: number; readonly target: string }
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
 * What a person should know about a file whose rows were read. TypeScript narrows it by `note`.
 *
 * @example
 * ```ts
 * for (const { help } of report.notes ?? []) console.warn(`rows.json: ${help}`);
 * ```
 */
export type RowsNote = (
  | {
      /** The rows are in an array inside of an object, whose other members show that there may be more pages of rows. */
      readonly note: 'wrapped' | 'more_pages';
      /** The key of the array or of the other member, redacted if it looks like a secret. */
      readonly key: string;
    }
  | {
      /** JSON has comments between its rows, or a comma before the closing bracket. They were skipped. */
      readonly note: 'comments' | 'trailing_comma';
      /** The line of the first. */
      readonly line: number;
    }
) & {
  /** What it means and what to do, in English. */
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
    /** Rows without a `linked_account_id`, unless they are rejected for that. */
    missing: LineCount;
    /** Rows with the same account and app as an earlier row; counted only if hints are. */
    repeated: LineCount;
  };
  /** What the columns of CSV were read as, in their order; for JSON the keys of the option `map`. */
  columns: ReadColumn[];
  /** The platform that exported the file, if its first row of JSON shows one. Absent with the option `map` or `set`. */
  export?: PlatformExport;
  /** What a person should know about the file, one of each kind; absent if there is nothing. */
  notes?: RowsNote[];
  /** Why the file cannot be read completely. The report has the rows before that point. */
  unreadable?: Unreadable;
  /** The rows that were repaired. */
  repaired: number;
  /** The listed rows in the order of the file. `RowChecker.end` gives only those that no `push` has returned. */
  rows: CheckedRow[];
}
