import type { Context } from '../check/options.ts';
/**
 * How the rows of a file are written. `ndjson`: one JSON object a line. `json`: an array of objects, or objects one after
 * another, each over any number of lines. `csv`: a header row, then one row for each request; the delimiter is a comma, a
 * semicolon or a tab.
 */
export type RowFormat = 'ndjson' | 'json' | 'csv';
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
