/** Checks one input. */
import type { RowFormat, RowsOptions, RowsReport } from 'auth-object/rows';
import { checkFile } from './check-file.ts';
import { checkStream } from './check-stream.ts';
import { type FileSummary, noRows } from './check-summary.ts';
import { unreadableText } from './command-help.ts';
import { BrokenError, type Checked, inputErrorText, UnreadableError } from './input-error.ts';
import type { Report } from './reports/report.ts';
import type { RowFiles } from './row-files.ts';
import { RowLister } from './row-lister.ts';
import type { Settings } from './settings.ts';
import { openSource, type Source, STDIN } from './source.ts';

/** Where the rows of all inputs go. */
export interface Sinks {
  readonly report: Report;
  /** Writes what the report has listed so far. */
  readonly flush: () => Promise<void>;
  readonly files: RowFiles | undefined;
  /** Both are of this input: bytes as they are stored, and rows. */
  readonly onProgress: (bytes: number, rows: number) => void;
}

/** An input after its check. */
export interface CheckedInput {
  readonly summary: FileSummary;
  /** Its size as it is stored, as far as it is known. */
  readonly bytes: number;
  /** An error that is not the input's fault: nothing more can be checked. */
  readonly failure?: { readonly error: unknown };
}

/** The formats that names of files show, for contents that do not. */
const NAMES: readonly (readonly [ending: RegExp, format: RowFormat])[] = [
  [/\.(ndjson|jsonl)(\.gz)?$/i, 'ndjson'],
  [/\.json(\.gz)?$/i, 'json'],
  [/\.(csv|tsv)(\.gz)?$/i, 'csv'],
];

/** The format that the name of a file shows. */
export function fallbackOf(name: string): RowFormat | undefined {
  return NAMES.find(([ending]) => ending.test(name))?.[1];
}

/** Checks an input to its end, or as far as it can be read. @param signal - Ends it early. */
export async function checkInput(
  name: string,
  settings: Settings,
  signal: AbortSignal,
  sinks: Sinks,
): Promise<CheckedInput> {
  let source: Source;
  try {
    source = openSource(name, signal);
  } catch (error) {
    return summaryOf(name, { report: noRows(), error }, 0, signal);
  }
  const { files, onProgress } = sinks;
  const lister = new RowLister(name, sinks.report, sinks.flush);
  const options = optionsFor(name, settings, sinks);
  const checked =
    source.isPlainFile && options.list !== 'all'
      ? await checkFile(name, options, lister, onProgress, signal)
      : await checkStream(name, source, options, { lister, listsLines: settings.all, files, onProgress }, signal);
  return summaryOf(name, allowed(checked, settings), source.bytes ?? source.read(), signal);
}

function optionsFor(name: string, { options, all, format, encoding }: Settings, { report, files }: Sinks): RowsOptions {
  // Whoever wants an answer to each line sends lines; the first may be broken, and look like anything.
  const isLinePipe = all && name === STDIN;
  return {
    ...options,
    format: format ?? (isLinePipe ? 'ndjson' : undefined),
    fallback: fallbackOf(name),
    // A short first line would wait for the bytes that show UTF-16.
    encoding: encoding ?? (isLinePipe ? 'utf-8' : undefined),
    list: all || files !== undefined ? 'all' : report.accepted === undefined ? 'rejected' : 'hinted',
  };
}

/** An input without rows is an error unless it may be empty: what should have written it may have failed. */
function allowed(checked: Checked, { allowEmpty }: Settings): Checked {
  const { report, error } = checked;
  if (allowEmpty || report.total > 0 || report.unreadable !== undefined || error !== undefined) return checked;
  return { report, error: new UnreadableError('has no rows. If it may be empty, use --allow-empty.') };
}

function summaryOf(name: string, { report, error }: Checked, bytes: number, signal: AbortSignal): CheckedInput {
  const isOfInput = error instanceof UnreadableError || error instanceof BrokenError;
  if (error === undefined || isOfInput || signal.aborted) {
    const text = isOfInput ? inputErrorText(error, report) : reasonOf(report);
    return { summary: { name, report, error: text }, bytes };
  }
  return { summary: { name, report, error: 'was not checked to its end.' }, bytes, failure: { error } };
}

function reasonOf({ unreadable }: RowsReport): string | undefined {
  return unreadable && unreadableText(unreadable);
}
