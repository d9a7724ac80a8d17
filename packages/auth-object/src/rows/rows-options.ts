import type { Context } from '../check/options.ts';

/**
 * The format of a file of rows. `ndjson`: one JSON object per line. `json`: an array of objects, or objects one after
 * another, with any line breaks. `csv`: a header and one row per request, separated by commas, semicolons or tabs.
 */
export type RowFormat = 'ndjson' | 'json' | 'csv';

/**
 * The options for files of rows. A row has no headers, so rules 1 and 2 always pass.
 *
 * @example
 * ```ts
 * const options: RowsOptions = { fallback: "csv", encoding: "windows-1252", list: "hinted" };
 * ```
 */
export interface RowsOptions
  extends Pick<Context, 'linkedAccounts' | 'customApps' | 'shape' | 'trust' | 'hints' | 'now' | 'limits'> {
  /** The format. @defaultValue found from the beginning of the file */
  readonly format?: RowFormat | undefined;
  /** The format to use if the beginning of the file does not show it, for example that of the file name. */
  readonly fallback?: RowFormat | undefined;
  /**
   * The encoding of bytes, as `TextDecoder` names it, such as `"windows-1252"`.
   * @defaultValue UTF-8, or UTF-16 if the file starts with its byte order mark or every second of the first bytes is zero
   */
  readonly encoding?: string | undefined;
  /**
   * The rows to list: rejected rows, also rows with hints or repairs (`hinted`), or all.
   * @defaultValue `"rejected"`
   */
  readonly list?: 'rejected' | 'hinted' | 'all' | undefined;
  /**
   * Whether to make the safe changes that hints offer before a row is counted. A row is repaired only if the endpoint
   * accepts it afterwards. @defaultValue `false`
   */
  readonly repair?: boolean | undefined;
  /**
   * The names in the file and their targets, for a file with other names: `slug`, `linked_account_id`, `auth_type`,
   * `auth_object`, a field such as `access_token`, a field of an auth type such as `oauth2.access_token`, or `ignore`. In CSV, a name
   * is that of a column, in any case and punctuation; other columns that are not fields are ignored. In JSON, it is a key
   * of the row, and a dot leads to a key of an inner object: `app.name_slug`. There, `null` and an empty string are a
   * missing field, and a whole number becomes a string if its target is `linked_account_id`; other values are not changed.
   *
   * A row with two values for one target is rejected. A file of CSV without one of the columns cannot be read.
   */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /**
   * Targets as in `map`, and the value for each row that lacks one: `{ slug: "hubspot" }`. A field is only set if the row
   * has no other auth type than that of the target.
   */
  readonly set?: Readonly<Record<string, string>> | undefined;
}
