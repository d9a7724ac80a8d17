import type { HintCode } from '../generated/codes.ts';
import type { CheckedRow, RowCode, RowFaultReason } from './row.ts';
import type { RowFormat } from './rows-options.ts';
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
