/** Checks a file of any format, chunk by chunk. */
import { printable } from '@auth-object/reference';
import { type HintCount, type LineCount, RowChecker, type RowsReport } from 'auth-object/rows';
import { Causes } from './causes.ts';
import { linesOf, number, rowsIn } from './counts.ts';
import { bytesOf, GzipError } from './file-bytes.ts';
import { formatOfName } from './file-name.ts';
import type { Cause, ReadAs, Summary } from './summary.ts';

export async function checkFile(
  { file, name, readAs }: { readonly file: Blob; readonly name: string; readonly readAs: ReadAs },
  onRead: (bytes: number, rejected: number) => void = () => {},
): Promise<Summary> {
  const started = performance.now();
  const checker = new RowChecker({ ...readAs, fallback: formatOfName(name) });
  const causes = new Causes();
  let isNotUtf8 = false;
  let rejected = 0;
  const add = (rows: RowsReport['rows']) => {
    rejected += rows.length;
    for (const row of rows) {
      if (row.ok) continue;
      causes.add(row);
      isNotUtf8 ||= row.issues.some(hasOtherEncoding);
    }
  };
  let isDamaged = false;
  try {
    for await (const chunk of bytesOf(file, (bytes) => onRead(bytes, rejected))) {
      for (const rows of checker.batches(chunk)) add(rows);
      if (checker.isUnreadable) break;
    }
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    isDamaged = true;
  }
  for (const rows of checker.lastBatches()) add(rows);
  const report = checker.end();
  const { total, accepted, likely, hinted } = report;
  return {
    total,
    accepted,
    rejected: report.rejected,
    likely,
    hinted,
    causes: [...causes.list(), ...report.hints.map(hintCause)],
    uncaused: causes.uncaused,
    notes: notesOf(report),
    stopped: report.unreadable ? `This file ${report.unreadable.help}` : isDamaged ? damaged(report) : undefined,
    isUnclear: isNotUtf8 || report.unreadable !== undefined,
    ms: performance.now() - started,
  };
}

function hasOtherEncoding(issue: object): boolean {
  const { reason, what } = issue as { readonly reason?: string; readonly what?: string };
  return reason === 'not_utf8' || what === 'not_utf8';
}

function damaged({ lines }: RowsReport): string {
  const read = lines === 0 ? 'None of it' : `Only its first ${lines === 1 ? 'line' : `${number(lines)} lines`}`;
  return `The gzip file is damaged, was cut off, or is followed by other data. ${read} could be checked.`;
}

function hintCause({ app = '', field, code, help, rows, fixable, lines }: HintCount): Cause {
  return {
    kind: 'hint',
    code,
    slug: printable(app),
    help: `${printable(field)}: ${help}`,
    isFixable: fixable > 0,
    count: rows,
    lines: [...lines],
  };
}

function notesOf({ accounts: { missing, repeated }, columns, export: platform }: RowsReport): string[] {
  return [
    ...columns
      .filter(({ by }) => by === 'similar_name')
      .map(({ column, field }) => `The column “${printable(column)}” was read as ${field}.`),
    ...(platform === undefined ? [] : [`The file ${platform.help}`]),
    ...(missing.rows > 0 ? [`${rowsHave(missing)} no linked_account_id: each request needs one in its header.`] : []),
    ...(repeated.rows > 0
      ? [`${rowsHave(repeated)} the account and app of an earlier row, which would be overwritten.`]
      : []),
  ];
}

/** `3 rows (lines 2, 5, 9) have`. */
function rowsHave({ rows, lines }: LineCount): string {
  return `${rowsIn(rows)} (${linesOf(lines, rows)}) ${rows === 1 ? 'has' : 'have'}`;
}
