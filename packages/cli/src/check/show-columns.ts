/** `auth-object check --columns`: prints what the columns or keys of each input are read as. */
import { type ReadColumn, RowChecker, RowDecoder, type RowsReport } from 'auth-object/rows';
import { printable } from '../command/printable.ts';
import { fallbackOf } from './check-input.ts';
import { noRows } from './check-summary.ts';
import { unreadableText } from './command-help.ts';
import { exportText } from './export-text.ts';
import { BrokenError, inputErrorText, UnreadableError } from './input-error.ts';
import { inputsOf } from './inputs.ts';
import { Messages } from './messages.ts';
import { counted, inputName } from './reports/report.ts';
import type { Settings } from './settings.ts';
import { openSource } from './source.ts';

/**
 * Prints the columns of all inputs.
 *
 * @returns The exit code: 2 if an input cannot be read.
 */
export async function showColumns(settings: Settings): Promise<number> {
  const messages = new Messages(settings.quiet);
  let code = 0;
  for (const name of inputsOf(settings).names) {
    try {
      const report = await readColumns(name, settings);
      if (report.unreadable === undefined) {
        process.stdout.write(textOf(name, report, settings));
        continue;
      }
      messages.error(name, unreadableText(report.unreadable));
    } catch (error) {
      if (!(error instanceof UnreadableError || error instanceof BrokenError)) throw error;
      messages.error(name, inputErrorText(error, noRows()));
    }
    messages.flush();
    code = 2;
  }
  return code;
}

/** Reads the header of CSV, or all rows of JSON, whose keys are counted. */
async function readColumns(name: string, { options, format, encoding }: Settings): Promise<RowsReport> {
  const source = openSource(name, new AbortController().signal);
  const decoder = new RowDecoder(encoding);
  const { map, set } = options;
  const checker = new RowChecker({ map, set, format, fallback: fallbackOf(name), hints: false, encoding: 'utf-8' });
  for await (const chunk of source.chunks) {
    checker.push(decoder.push(chunk));
    if (checker.isUnreadable || checker.headerBytes > 0) break;
  }
  if (!checker.isUnreadable && checker.headerBytes === 0) checker.push(decoder.end());
  return checker.end();
}

function textOf(name: string, report: RowsReport, { options: { set = {} } }: Settings): string {
  const { format, columns } = report;
  const lines = columns.map((column): [string, string] => [printable(column.column), printable(meaning(column))]);
  const width = Math.max(0, ...lines.map(([column]) => column.length));
  const rows = lines.map(([column, text]) => `  ${column.padEnd(width)}  ${text}`);
  // Not the value, which may be a credential.
  for (const target of Object.keys(set)) rows.push(`  --set ${printable(target)}: for rows without it`);
  if (format !== 'csv' && columns.length === 0) {
    rows.push('  The keys slug, linked_account_id and auth_object are read. Use --map for other keys.');
  }
  if (report.export !== undefined) rows.push(`  The file ${exportText(report.export)}`);
  return `${printable(inputName(name))}: ${format ?? 'empty'}\n${rows.join('\n')}\n`;
}

function meaning({ field, by, rows }: ReadColumn): string {
  if (by === 'unknown') return 'unknown: no app has this field, so rows with a value in it are rejected';
  if (by === 'ignored') return 'ignored';
  if (rows === undefined) return `${field}`;
  return `${field} (${rows === 0 ? 'no row has it' : counted(rows, 'row')})`;
}
