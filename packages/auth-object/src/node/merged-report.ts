/** Merges the results of segments into one report. */

import { expand } from '../rows/expand-rows.ts';
import type {
  AppCount,
  HintCause,
  HintCount,
  LineCount,
  PlatformExport,
  ReadColumn,
  RowsNote,
  RowsReport,
} from '../rows/report.ts';
import type { CheckedRow, RowCode } from '../rows/row.ts';
import { SeenAccounts } from './seen-accounts.ts';
import type { FoundInSegment } from './segment.ts';

/** How many lines a report lists for each count. */
const FIRST_LINES = 5;
/** How many kinds of hints are counted. src/rows/hint_counts.rs has the same limit, which a test compares. */
const MAX_KINDS = 5000;

/** All codes in the order of a report. They are keys so that TypeScript finds a missing one. */
const CODES: Record<RowCode, true> = {
  invalid_credentials: true,
  linked_account_id_required: true,
  invalid_json: true,
  slug_required: true,
  custom_app: true,
  unknown_app: true,
  linked_account_not_found: true,
  auth_object_required: true,
  auth_type: true,
  invalid_value: true,
  oauth2_fields: true,
  keybased_fields: true,
  verification_failed: true,
  invalid_csv: true,
  too_large: true,
};

const NO_CHANGES = () => [];
const SUMS = ['lines', 'total', 'accepted', 'rejected', 'likely', 'hinted'] as const;
const noLines = (): LineCount => ({ rows: 0, lines: [] });

/** Takes the results of segments in the order of the file. */
export class Merged {
  readonly #sums = { lines: 0, total: 0, accepted: 0, rejected: 0, likely: 0, hinted: 0 };
  readonly #codes = new Map<string, number>();
  readonly #apps = new Map<string, AppCount>();
  readonly #hints = new Map<string, HintCount>();
  #columns: ReadColumn[] | undefined;
  #export: PlatformExport | undefined;
  readonly #hintCauses = new Map<string, HintCause>();
  readonly #missing = noLines();
  readonly #repeated = noLines();
  /** Of NDJSON, which has notes about comments only. */
  #notes: RowsNote[] = [];
  readonly #accounts = new SeenAccounts();

  /** The number of rows so far. */
  get total(): number {
    return this.#sums.total;
  }

  /** Adds a segment. Returns its listed rows, with their places in the file. */
  add({ found, firstByte, report: json, seen }: FoundInSegment): CheckedRow[] {
    const report: RowsReport = JSON.parse(json);
    const before = { lines: this.#sums.lines, bytes: firstByte };
    const rows = found.flatMap((part) => expand(part, NO_CHANGES, before));
    for (const [code, count] of Object.entries(report.byCode)) {
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + count);
    }
    for (const [slug, count] of Object.entries(report.byApp)) this.#addApp(slug, count);
    for (const note of report.notes ?? []) this.#addNote(note, before.lines);
    for (const hint of report.hints) this.#addHint(hint, before.lines);
    for (const cause of report.hintCauses ?? []) this.#addHintCause(cause, before.lines);
    addLines(this.#missing, report.accounts.missing, before.lines);
    if (seen !== undefined) {
      const lines = this.#accounts.add(seen, before.lines);
      addLines(this.#repeated, { rows: lines.length, lines: [...lines.subarray(0, FIRST_LINES)] }, 0);
    }
    // Only the first row of the file is compared with exports.
    if (before.bytes === 0) this.#export = report.export;
    this.#addColumns(report.columns);
    // biome-ignore lint/plugin: SUMS has all names.
    for (const name of SUMS) this.#sums[name] += report[name];
    return rows;
  }

  /** The report that one checker would give for the segments so far, without rows. The caller may change it. */
  report(): RowsReport {
    const { lines, total, accepted, rejected, likely, hinted } = this.#sums;
    const counted = Object.keys(CODES).filter((code) => this.#codes.has(code));
    return structuredClone({
      format: 'ndjson',
      ...{ lines, total, accepted, rejected, likely },
      byCode: Object.fromEntries(counted.map((code) => [code, this.#codes.get(code) as number])),
      byApp: Object.fromEntries([...this.#apps].sort(([a], [b]) => inBytes(a, b))),
      hinted,
      hints: [...this.#hints.values()].sort(inOrder),
      ...(this.#hintCauses.size === 0 ? {} : { hintCauses: [...this.#hintCauses.values()] }),
      accounts: { missing: this.#missing, repeated: this.#repeated },
      columns: this.#columns ?? [],
      ...(this.#export === undefined ? {} : { export: this.#export }),
      ...(this.#notes.length > 0 && { notes: this.#notes }),
      repaired: 0,
      rows: [],
    });
  }

  /** Frees its memory in the instance. */
  free(): void {
    this.#accounts.free();
  }

  #addApp(slug: string, count: AppCount): void {
    const sum = this.#apps.get(slug) ?? { total: 0, accepted: 0, rejected: 0, likely: 0 };
    // biome-ignore lint/plugin: these are the names of counts.
    for (const name of Object.keys(sum) as (keyof AppCount)[]) sum[name] += count[name];
    this.#apps.set(slug, sum);
  }

  /** Adds the rows that have each key of the option `map`. */
  #addColumns(columns: ReadColumn[]): void {
    const sums = this.#columns;
    this.#columns = columns.map((column, index) => ({
      ...column,
      rows: (column.rows ?? 0) + (sums?.[index]?.rows ?? 0),
    }));
  }

  #addNote(note: RowsNote, linesBefore: number): void {
    if (this.#notes.some((known) => known.note === note.note)) return;
    this.#notes.push('line' in note ? movedNote(note, linesBefore) : note);
  }

  #addHint(hint: HintCount, linesBefore: number): void {
    const { app, field, code, help, rows, fixable } = hint;
    const key = JSON.stringify([app, field, code, help]);
    if (this.#hints.size >= MAX_KINDS && !this.#hints.has(key)) return;
    const sum = this.#hints.get(key) ?? { ...hint, rows: 0, fixable: 0, lines: [] };
    sum.fixable += fixable;
    addLines(sum, { rows, lines: hint.lines }, linesBefore);
    this.#hints.set(key, sum);
  }

  #addHintCause(cause: HintCause, linesBefore: number): void {
    const key = JSON.stringify([cause.code, cause.variant]);
    const sum = this.#hintCauses.get(key) ?? { ...cause, rows: 0, fixable: 0, lines: [] };
    sum.fixable += cause.fixable;
    addLines(sum, cause, linesBefore);
    this.#hintCauses.set(key, sum);
  }
}

function movedNote<Note extends RowsNote & { line: number }>(note: Note, linesBefore: number): Note {
  const line = note.line + linesBefore;
  return { ...note, line, help: note.help.replace(`Line ${note.line} `, `Line ${line} `) };
}

function addLines(sum: LineCount, { rows, lines }: LineCount, linesBefore: number): void {
  sum.rows += rows;
  for (const line of lines) if (sum.lines.length < FIRST_LINES) sum.lines.push(line + linesBefore);
}

/** The order of a report: most rows first; then by the first line, the field, the code and the help. */
function inOrder(a: HintCount, b: HintCount): number {
  const firstLine = ({ lines }: HintCount) => lines[0] ?? 0;
  return (
    b.rows - a.rows ||
    firstLine(a) - firstLine(b) ||
    inBytes(a.field, b.field) ||
    inBytes(a.code, b.code) ||
    inBytes(a.help, b.help)
  );
}

/** Compares the UTF-8 of strings, as Rust does. The order of UTF-16 differs for some characters. */
function inBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
