/** The rows of a file to download: accepted, rejected with reasons, or repaired. */
import { printable, spreadsheetText } from '@auth-object/reference';
import { type CheckedRow, type RejectedRow, RowChecker, type RowFormat } from 'auth-object/rows';
import { cellsBefore, delimiterOf, startsWithColumns, withColumns, withoutCells } from './csv-columns.ts';
import { chunksOf } from './file-bytes.ts';
import { formatOfName } from './file-name.ts';
import { RangeWriter } from './range-writer.ts';
import type { Exported, ExportKind, ReadAs } from './summary.ts';

/** An unreadable row is quoted in memory. A longer one is left out. */
const LONGEST_QUOTED_BYTES = 1 << 24;
/** The columns that say why a row is rejected. The reader of rows ignores them, so the corrected file can be checked. */
const COLUMNS = ['auth_object_line', 'auth_object_help'];
const TYPES = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' };

/**
 * Checks a file again and extracts rows as they are.
 *
 * @param text - The file as UTF-8.
 */
export async function exportRows(
  { name, text, readAs }: { readonly name: string; readonly text: Blob; readonly readAs: ReadAs },
  kind: ExportKind,
  onRead: (bytes: number) => void = () => {},
): Promise<Exported> {
  const checker = new RowChecker({
    format: readAs.format,
    fallback: formatOfName(name),
    list: kind === 'rejected' ? 'rejected' : 'all',
    hints: kind === 'repaired',
    repair: kind === 'repaired',
  });
  const out = new RowsWriter(text, kind);
  for await (const chunk of chunksOf(text, onRead)) {
    out.read(chunk);
    for (const rows of checker.batches(chunk)) await out.add(rows, checker);
    if (checker.isUnreadable) break;
  }
  for (const rows of checker.lastBatches()) await out.add(rows, checker);
  // CSV without such rows has its header.
  await out.add([], checker);
  const report = checker.end();
  const format = report.format ?? 'ndjson';
  const stem = printable(name.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '')).replaceAll('\\', '_') || 'rows';
  return {
    kind,
    name: `${stem}.${kind}.${format}`,
    blob: out.blob(format),
    repaired: report.repaired,
    rejected: report.rejected,
  };
}

/** Writes rows in the format of the file. */
class RowsWriter {
  readonly #kind: ExportKind;
  readonly #out: RangeWriter;
  /** Set for CSV. */
  #delimiter: string | undefined;
  /** Whether the file has the columns of an earlier download. They are replaced. */
  #hasColumns = false;
  #isEmpty = true;

  constructor(text: Blob, kind: ExportKind) {
    this.#out = new RangeWriter(text);
    this.#kind = kind;
  }

  read(chunk: Uint8Array): void {
    this.#out.read(chunk);
  }

  async add(rows: readonly CheckedRow[], { format, headerBytes }: RowChecker): Promise<void> {
    if (format === 'csv' && this.#delimiter === undefined) await this.#header(headerBytes);
    for (const row of rows) {
      if (row.ok ? this.#kind === 'rejected' : this.#kind === 'accepted') continue;
      // An error between two rows has no bytes.
      if (row.start === row.end && this.#kind === 'repaired') continue;
      if (format === 'json') this.#out.text(this.#isEmpty ? '[\n' : ',\n');
      this.#isEmpty = false;
      if (this.#kind === 'rejected' && !row.ok) await this.#withReasons(row);
      else if (row.repaired !== undefined) this.#out.text(row.repaired.text);
      else this.#out.range(row.start, row.end);
      if (format === 'json') continue;
      if (row.lineEnd > 0) this.#out.range(row.end, row.end + row.lineEnd);
      else this.#out.text('\n');
    }
  }

  async #header(bytes: number): Promise<void> {
    const header = await this.#out.textOf(0, bytes);
    this.#delimiter = delimiterOf(header);
    this.#hasColumns = startsWithColumns(header, COLUMNS);
    if (this.#kind === 'rejected' && !this.#hasColumns) this.#out.text(withColumns(header, COLUMNS));
    else this.#out.range(0, bytes);
  }

  async #withReasons({ line, start, end, issues }: RejectedRow): Promise<void> {
    const problems = issues.map(({ help }) => help);
    if (this.#delimiter !== undefined) {
      this.#out.text(cellsBefore([String(line), spreadsheetText(problems.join(' '))], this.#delimiter));
      if (!this.#hasColumns) this.#out.range(start, end);
      else this.#out.text(withoutCells(await this.#out.textOf(start, end), COLUMNS.length, this.#delimiter));
      return;
    }
    this.#out.text(`{"line":${line},"problems":${JSON.stringify(problems)}`);
    const isJson = !issues.some(({ code }) => code === 'invalid_json' || code === 'too_large');
    if (isJson) {
      this.#out.text(',"row":');
      this.#out.range(start, end);
    } else if (start < end && end - start <= LONGEST_QUOTED_BYTES) {
      this.#out.text(`,"row":${JSON.stringify(await this.#out.textOf(start, end))}`);
    }
    this.#out.text('}');
  }

  blob(format: RowFormat): Blob {
    if (format === 'json') this.#out.text(this.#isEmpty ? '[]\n' : '\n]\n');
    return this.#out.blob(TYPES[format]);
  }
}
