import type { HintCode, RuleCode } from '../generated/codes.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Issue, Path } from '../verdict/issue.ts';
import type { JsonFault, LimitName } from '../verdict/reason.ts';

/** Why a row is rejected: a rule of the endpoint, or the row cannot be read. */
export type RowCode = RuleCode | 'invalid_csv' | 'too_large';

/** Why a row cannot be read. TypeScript narrows it by `reason`. */
export type RowFaultReason =
  /** CSV: a quote is never closed; its closing quote is not followed by a delimiter; the row is not UTF-8. */
  | { readonly reason: 'not_closed' | 'misquoted' | 'not_utf8' }
  /** CSV: the row has more cells than the header has columns. */
  | { readonly reason: 'too_many_cells'; readonly columns: number; readonly cells: number }
  /** CSV: the row has one cell, which is not the slug of an app. */
  | { readonly reason: 'one_cell'; readonly columns: number }
  /** CSV: the row has an `auth_object` and values in the columns of fields. */
  | { readonly reason: 'object_and_fields' }
  /** CSV: the cell `auth_object` is not valid JSON from this character on, counted from 1. */
  | { readonly reason: 'object_cell'; readonly what: JsonFault; readonly character: number }
  /** The row has two values for one target of the option `map`. */
  | { readonly reason: 'two_values'; readonly target: string }
  /** JSON: a comma or an element of the array is missing, text follows the array, or it is not closed. */
  | { readonly reason: 'missing_comma' | 'missing_element' | 'after_array' | 'array_not_closed' }
  /** The row exceeds one of the limits of `Limits`. */
  | { readonly reason: 'too_large'; readonly what: LimitName; readonly limit: number };

/**
 * A fault of a row that cannot be read. It never contains a value.
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

/** A change that a repair made. It never contains a value. */
export interface RowChange {
  /** The hint that offered it. */
  readonly code: HintCode;
  readonly path: Path;
  /** The changes in order: names of edits of the value, `move` (to another key) or `remove`. */
  readonly changes: readonly string[];
  /** The new place of a moved value, as a JSON Pointer (RFC 6901). */
  readonly to?: string;
}

/** A row after its repair. */
export interface RepairedRow {
  /** The row in the format of the file, without a line end. It contains the credentials. */
  readonly text: string;
  readonly changes: readonly RowChange[];
}

/** The members of accepted and rejected rows. */
export interface CheckedRowBase {
  /** The line in which the row begins, counted from 1. Blank lines count. */
  readonly line: number;
  /** The offset of its first byte in the UTF-8 text of the file, from 0. A UTF-8 byte order mark counts. */
  readonly start: number;
  /** The offset after its last byte, before its line end. */
  readonly end: number;
  /** The length of its line end in bytes. */
  readonly lineEnd: 0 | 1 | 2;
  /** The app; only rejected rows and rows with hints have it. Redacted if it looks like a secret. */
  readonly slug?: string;
  readonly linked_account_id?: string;
  /** The repair, if the row was repaired. All other members are then about the repaired row. */
  readonly repaired?: RepairedRow;
}

/** A row that the endpoint would accept. */
export interface AcceptedRow extends CheckedRowBase {
  readonly ok: true;
  readonly issues: readonly [];
  /**
   * The row of JSON with the options `map` and `set`: an object with `slug`, `linked_account_id` and `auth_object`, without
   * a line end. It contains the credentials. Absent if the row was repaired.
   */
  readonly mapped?: string;
  readonly hints: readonly Hint[];
}

/** A row that the endpoint would reject, or that cannot be read. */
export interface RejectedRow extends CheckedRowBase {
  readonly ok: false;
  /** `likely` if every issue depends on an unconfirmed schema or on an app that is not in the catalogue. */
  readonly certainty: 'certain' | 'likely';
  /** All issues; the endpoint would answer with the first. Rows with equal issues share one array. */
  readonly issues: readonly [RowIssue, ...RowIssue[]];
  /** Warnings, which may explain the rejection or offer a fix. */
  readonly hints: readonly Hint[];
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
