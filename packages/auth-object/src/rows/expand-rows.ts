/** Makes objects of the rows that the instance lists. */

import type { ChunkResult, Tables } from '../wasm/glue.ts';
import type { CheckedRow, RowChange, RowIssue } from './row.ts';

/** The numbers of a row; glue.ts describes them. */
export const NUMBERS = 8;
const [LINE, START, END, LINE_END, REJECTION, HINTED, ACCOUNT, EDIT] = [0, 1, 2, 3, 4, 5, 6, 7];

/** In place of the number of a call: the row was mapped. */
const MAPPED = -2;

/** Shared by all rows. */
const NONE: readonly [] = Object.freeze([]) as readonly [];

/** A row under construction. */
type Begun = { -readonly [Key in keyof (CheckedRow & { certainty?: string; mapped?: string })]?: unknown };

/** How much of the file is before a segment. */
export interface Before {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Makes objects of the listed rows. Rows with the same rejection share its issues.
 *
 * @param changesOf - Returns the changes that a call of the editor made.
 * @param before - How much of the file is before the segment of the rows.
 */
export function expand(
  { numbers, tables }: ChunkResult,
  changesOf: (call: number) => readonly RowChange[],
  before: Before = { lines: 0, bytes: 0 },
): CheckedRow[] {
  const rows: CheckedRow[] = [];
  if (numbers.length === 0) return rows;
  const { rejections: found, hinted, accounts, texts }: Tables = JSON.parse(tables);
  const rejections = before.lines === 0 ? found : found.map((rejection) => moved(rejection, before.lines));
  let written = 0;
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const number = (index: number) => numbers[at + index] as number;
    const rejection = rejections[number(REJECTION)];
    const hints = hinted[number(HINTED)];
    const slug = (rejection ?? hints)?.slug;
    const account = accounts[number(ACCOUNT)];
    const call = number(EDIT);
    const row: Begun = {
      line: number(LINE) + before.lines,
      start: number(START) + before.bytes,
      end: number(END) + before.bytes,
      lineEnd: number(LINE_END),
      ok: rejection === undefined,
      issues: rejection?.issues ?? NONE,
      hints: hints?.hints ?? NONE,
    };
    if (slug !== undefined) row.slug = slug;
    if (account !== undefined) row.linked_account_id = account;
    if (rejection !== undefined) row.certainty = rejection.certainty;
    if (call >= 0) row.repaired = { text: texts[written++] as string, changes: changesOf(call) };
    if (call === MAPPED) row.mapped = texts[written++] as string;
    rows.push(row as CheckedRow);
  }
  return rows;
}

/** Adds lines to the line that a fault of JSON names. */
function moved(rejection: Tables['rejections'][number], lines: number): Tables['rejections'][number] {
  const [first, ...others] = rejection.issues;
  // A row that is not JSON has only this issue.
  return others.length > 0 ? rejection : { ...rejection, issues: [movedIssue(first, lines)] };
}

function movedIssue(issue: RowIssue, linesBefore: number): RowIssue {
  if (issue.reason !== 'not_json' || issue.line === undefined) return issue;
  const line = issue.line + linesBefore;
  return { ...issue, line, help: issue.help.replace(`(line ${issue.line},`, `(line ${line},`) };
}
