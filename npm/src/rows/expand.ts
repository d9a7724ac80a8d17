/** The rows that an answer of the instance lists. */
import type { Found } from '../glue.js';
import type { CheckedRow, RowChange } from '../types/rows.js';

/** The numbers of a row; `lineEnd` and those before it are numbers of the row, the others are indexes or -1. */
const NUMBERS = 8;
const [LINE, START, END, LINE_END, REJECTION, HINTED, ACCOUNT, EDIT] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Shared by all rows. */
const NONE: readonly [] = Object.freeze([]) as readonly [];

/** What is before a part of a file. */
export interface Before {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Makes objects of the rows. Rows with the same rejection share its issues.
 *
 * @param changesOf - The changes of a call of the editor.
 * @param before - What is before the part of the file in which the rows were found.
 */
export function expand(
  { numbers, rejections: found, hinted, accounts, texts }: Found,
  changesOf: (call: number) => readonly RowChange[],
  before: Before = { lines: 0, bytes: 0 },
): CheckedRow[] {
  const rows: CheckedRow[] = [];
  const rejections = before.lines === 0 ? found : found.map((rejection) => moved(rejection, before.lines));
  let repaired = 0;
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const number = (index: number) => numbers[at + index] as number;
    const rejection = rejections[number(REJECTION)];
    const hints = hinted[number(HINTED)];
    const slug = (rejection ?? hints)?.slug;
    const account = accounts[number(ACCOUNT)];
    const call = number(EDIT);
    rows.push({
      line: number(LINE) + before.lines,
      start: number(START) + before.bytes,
      end: number(END) + before.bytes,
      lineEnd: number(LINE_END) as 0 | 1 | 2,
      ok: rejection === undefined,
      ...(slug === undefined ? {} : { slug }),
      ...(account === undefined ? {} : { linked_account_id: account }),
      ...(rejection === undefined ? {} : { certainty: rejection.certainty }),
      issues: rejection?.issues ?? NONE,
      hints: hints?.hints ?? NONE,
      ...(call < 0 ? {} : { repaired: { text: texts[repaired++] as string, changes: changesOf(call) } }),
    } as CheckedRow);
  }
  return rows;
}

/** A fault of JSON names its line, also in its help. */
function moved(rejection: Found['rejections'][number], lines: number): Found['rejections'][number] {
  const issues = rejection.issues.map((issue) => {
    if (issue.reason !== 'not_json' || issue.line === undefined) return issue;
    const line = issue.line + lines;
    return { ...issue, line, help: issue.help.replace(`(line ${issue.line},`, `(line ${line},`) };
  });
  return { ...rejection, issues: issues as unknown as typeof rejection.issues };
}
