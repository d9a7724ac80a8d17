import type { HintCode, RuleCode } from '../generated/codes.ts';
import type { Context } from './context.ts';
import type { Hint, Issue, JsonFault, Path } from './verdict.ts';
/**
 * How the rows of a file are written. `ndjson`: one JSON object a line. `json`: an array of objects, or objects one after
 * another, each over any number of lines. `csv`: a header row, then one row for each request; the delimiter is a comma, a
 * semicolon or a tab.
 */
export type RowFormat = 'ndjson' | 'json' | 'csv';
/** Why a row is rejected: a rule of the endpoint, or the row cannot be read. */
export type RowCode = RuleCode | 'invalid_csv' | 'too_large';
/** What a row may have at most. A row that has more is rejected as `too_large`, and the rows after it are checked. */
export interface RowLimits {
    /** The length of a row in bytes. @defaultValue 16 MiB */
    readonly rowBytes?: number | undefined;
    /** How many objects and arrays may be inside each other. @defaultValue 1,000 */
    readonly nesting?: number | undefined;
    /** The cells of a row of CSV. @defaultValue 16,384 */
    readonly cells?: number | undefined;
}
/**
 * The options for files of rows. A request is checked without its headers: rules 1 and 2 always pass.
 *
 * @example
 * ```ts
 * const options: RowsOptions = { fallback: "csv", encoding: "windows-1252", list: "hinted" };
 * ```
 */
export interface RowsOptions extends Pick<Context, 'linkedAccounts' | 'customApps' | 'shape' | 'trust' | 'hints' | 'now'> {
    /** The format. @defaultValue found from the beginning of the file */
    readonly format?: RowFormat | undefined;
    /** The format if the beginning of the file does not show it, for example the one that the file's name has. */
    readonly fallback?: RowFormat | undefined;
    /**
     * The encoding of bytes, as `TextDecoder` names it, such as `"windows-1252"`.
     * @defaultValue UTF-8; UTF-16 if the file has its byte order mark, or if every second of the first bytes is zero
     */
    readonly encoding?: string | undefined;
    /**
     * The rows to list: the rejected ones; those and the ones with hints or repairs; all.
     * @defaultValue `"rejected"`
     */
    readonly list?: 'rejected' | 'hinted' | 'all' | undefined;
    /**
     * Whether to make the safe changes that hints offer before a row is counted. A row is repaired only if the endpoint would
     * then accept it. @defaultValue `false`
     */
    readonly repair?: boolean | undefined;
    /** What a row may have at most. */
    readonly limits?: RowLimits | undefined;
}
/** Why a row cannot be read. `reason` tells the kinds apart, and names the further members. */
export type RowFaultReason = 
/** CSV: a quote is never closed; its closing quote is not followed by a delimiter; the row is not UTF-8. */
{
    readonly reason: 'not_closed' | 'misquoted' | 'not_utf8';
}
/** CSV: the row has more cells than the header has columns. */
 | {
    readonly reason: 'too_many_cells';
    readonly columns: number;
    readonly cells: number;
}
/** CSV: the row has one cell, which is not the slug of an app. */
 | {
    readonly reason: 'one_cell';
    readonly columns: number;
}
/** CSV: the row has an `auth_object` and values in the columns of fields. */
 | {
    readonly reason: 'object_and_fields';
}
/** CSV: the cell `auth_object` is not valid JSON from this character on, counted from 1. */
 | {
    readonly reason: 'object_cell';
    readonly what: JsonFault;
    readonly character: number;
}
/** JSON: a comma or an element of the array is missing, text follows the array, or it is not closed. */
 | {
    readonly reason: 'missing_comma' | 'missing_element' | 'after_array' | 'array_not_closed';
}
/** The row has more than {@link RowLimits} allows. */
 | {
    readonly reason: 'row_bytes' | 'nesting' | 'cells';
    readonly limit: number;
};
/**
 * A row that cannot be read. It never holds a value.
 *
 * @example
 * ```ts
 * if (issue.reason === "too_many_cells") console.log(`${issue.cells} cells, ${issue.columns} columns`);
 * ```
 */
export type RowFault = RowFaultReason & {
    readonly code: 'invalid_csv' | 'too_large' | 'invalid_json';
    readonly path: Path;
    readonly message: string;
    /** What is wrong and what to do, in English. */
    readonly help: string;
    readonly basis: 'inferred';
    readonly certainty: 'certain';
};
/** An issue of a row: one that the endpoint would find, or why the row cannot be read. */
export type RowIssue = Issue | RowFault;
/** A change that a repair made: the kind and the place, never a value. */
export interface RowChange {
    /** The hint that offered it. */
    readonly code: HintCode;
    readonly path: Path;
    /** What was done, in order: edits of the value by name, `move` (to another key) or `remove`. */
    readonly changes: readonly string[];
    /** The place to which a value was moved, as a JSON Pointer. */
    readonly to?: string;
}
/** What a repair made of a row. */
export interface RepairedRow {
    /** The row in the format of the file, without a line end. It holds the credentials. */
    readonly text: string;
    readonly changes: readonly RowChange[];
}
/** What accepted and rejected rows have. */
export interface CheckedRowBase {
    /** The line in which the row begins, counted from 1. Blank lines count. */
    readonly line: number;
    /** The first byte of the row, counted from 0 in the UTF-8 text of the file; a byte order mark of UTF-8 counts. */
    readonly start: number;
    /** The byte after its last one, before its line end. */
    readonly end: number;
    /** The length of its line end in bytes. */
    readonly lineEnd: 0 | 1 | 2;
    /** The app; only of rejected rows and rows with hints. Redacted if it looks like a secret. */
    readonly slug?: string;
    readonly linked_account_id?: string;
    /** Only with the option `repair`, and if the row was repaired; everything else here is about the repaired row. */
    readonly repaired?: RepairedRow;
}
/** A row that the endpoint would accept. */
export interface AcceptedRow extends CheckedRowBase {
    readonly ok: true;
    readonly issues: readonly [];
    readonly hints: readonly Hint[];
}
/** A row that the endpoint would reject, or that cannot be read. */
export interface RejectedRow extends CheckedRowBase {
    readonly ok: false;
    /** `likely` if every issue rests on an unconfirmed schema, or on an app that the catalogue lacks. */
    readonly certainty: 'certain' | 'likely';
    /** All issues of the row; the endpoint would answer with the first. Rows with the same issues share the array. */
    readonly issues: readonly [RowIssue, ...RowIssue[]];
    readonly hints: readonly [];
}
/**
 * A row of a file.
 *
 * @example
 * ```ts
 * for (const row of checker.push(chunk)) {
 *   if (!row.ok) console.log(row.line, row.issues[0].code, row.issues[0].help);
 * }
 * ```
 */
export type CheckedRow = AcceptedRow | RejectedRow;
/** The number of rows of one app. */
export interface AppCount {
    total: number;
    accepted: number;
    rejected: number;
    /** The rejected rows whose rejection rests on a guess. */
    likely: number;
}
/** How many rows have the same hint. */
export interface HintCount {
    /** The app, if the row has one. */
    app?: string;
    /** The field: the last key of the hint's path. */
    field: string;
    code: HintCode;
    help: string;
    rows: number;
    /** The rows in which the hint has a fix. */
    fixable: number;
    /** The lines of the first five rows. */
    lines: number[];
}
/** A number of rows, and the lines of the first five. */
export interface LineCount {
    rows: number;
    lines: number[];
}
/** Why a file cannot be read. `reason` tells the kinds apart, and names the further members. */
export type UnreadableReason = 
/** It is not JSON or CSV; it is UTF-16 although `encoding` says otherwise; it is compressed, a spreadsheet or Parquet. */
{
    readonly reason: 'no_format' | 'utf16' | 'binary';
}
/** The CSV header has no column `slug`. */
 | {
    readonly reason: 'no_slug';
    readonly columns: number;
}
/** Two columns of the CSV header have the same name; the columns are counted from 1. */
 | {
    readonly reason: 'same_column';
    readonly first: number;
    readonly second: number;
}
/** The CSV header cannot be read. */
 | {
    readonly reason: 'header';
    readonly fault: RowFaultReason;
};
/**
 * A file that cannot be read.
 *
 * @example
 * ```ts
 * if (report.unreadable) console.error(`rows.csv ${report.unreadable.help}`);
 * ```
 */
export type Unreadable = UnreadableReason & {
    /** What is wrong and what to do, in English. It continues a sentence that starts with the name of the file. */
    readonly help: string;
};
/**
 * The report about the rows of a file. A plain object of the caller's own.
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
    /** The rejected rows whose rejection rests on an unconfirmed schema, or on an app that the catalogue lacks. */
    likely: number;
    /** The rejected rows by the code of their first issue. */
    byCode: Partial<Record<RowCode, number>>;
    /** The rows by app; those of apps that the catalogue lacks are counted under `(unknown)`. */
    byApp: Record<string, AppCount>;
    /** The accepted rows with a hint. */
    hinted: number;
    /** The hints of accepted rows, those of most rows first. Only the first 5,000 kinds are counted. */
    hints: HintCount[];
    accounts: {
        /** Rows without a `linked_account_id`. */
        missing: LineCount;
        /** Rows with the same account and app as an earlier row; counted only if hints are. */
        repeated: LineCount;
    };
    /** The columns of a CSV header that were read as another name. */
    columns: {
        column: string;
        field: string;
    }[];
    /** Why the file cannot be read. No row after that point is in the report. */
    unreadable?: Unreadable;
    /** The rows that were repaired. */
    repaired: number;
    /** The listed rows in the order of the file: of `checkRows` all, of `RowChecker.end` those that `push` has not returned. */
    rows: CheckedRow[];
}
