/** The rows of a file that somebody downloads: accepted, rejected with reasons, or repaired. */
import { repair } from 'auth-object';
import { cellsOf, csvLine } from '../../../npm/src/cli/check/read/csv-row.ts';
import { checkRow } from './check-rows.ts';
import type { CsvSheet, ExportKind, Row } from './row.ts';
import { rowsOf } from './rows-of.ts';

export async function exportRows(file: File, kind: ExportKind): Promise<{ name: string; blob: Blob }> {
  const { format, sheet, blocks } = await rowsOf(file);
  const parts: string[] = [];
  if (sheet)
    parts.push(
      kind === 'rejected'
        ? `line${sheet.delimiter}problems${sheet.delimiter}${sheet.headerText}\n`
        : `${sheet.headerText}\n`,
    );
  for await (const rows of blocks) {
    let text = '';
    for (const row of rows) {
      const line = write(row, kind, sheet);
      if (line !== undefined) text += `${line}\n`;
    }
    parts.push(text);
  }
  const ending = format === 'csv' ? 'csv' : 'ndjson';
  const stem = file.name.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '') || 'rows';
  return {
    name: `${stem}.${kind}.${ending}`,
    blob: new Blob(parts, { type: format === 'csv' ? 'text/csv' : 'application/x-ndjson' }),
  };
}

function write(row: Row, kind: ExportKind, sheet: CsvSheet | undefined): string | undefined {
  const { ok, issues, hints } = row.fault === undefined ? checkRow(row) : { ok: false, issues: [], hints: [] };
  const source = sheet ? row.source : row.text;
  if (kind === 'accepted') return ok ? source : undefined;
  if (kind === 'repaired') return repaired(row, ok, hints, sheet) ?? source;
  if (ok) return undefined;
  const problems = row.fault === undefined ? issues.map(({ help }) => help) : [row.fault];
  if (sheet) return `${csvLine([String(row.line), problems.join(' ')], sheet.delimiter)}${sheet.delimiter}${source}`;
  return JSON.stringify({ line: row.line, problems, row: parsed(row.text) });
}

/** A repair counts only if the endpoint accepts the result; any other row stays as it is. */
function repaired(
  row: Row,
  ok: boolean,
  hints: Parameters<typeof repair>[1],
  sheet: CsvSheet | undefined,
): string | undefined {
  const fixes = hints.filter(({ fix, path }) => fix && path[0] !== 'headers');
  if (fixes.length === 0) return undefined;
  const text = repair({ body: row.text }, fixes).body as string;
  if (text === row.text || (!ok && !checkRow({ ...row, text }).ok)) return undefined;
  if (!sheet) return text;
  const cells = cellsOf(JSON.parse(text), sheet.header);
  return cells === undefined ? undefined : csvLine(cells, sheet.delimiter);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
