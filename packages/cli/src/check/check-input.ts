/** Checks one input. */
import type { FileProgress } from 'auth-object/node';
import type { CheckedRow, RowFormat, RowsOptions, RowsReport } from 'auth-object/rows';
import { type Checked, checkStream } from './check-stream.ts';
import { BYTES_FOR_THREADS, checkInThreads } from './check-threads.ts';
import { inWordsOfCommand } from './command-help.ts';
import { RowOutput, type Sinks } from './row-output.ts';
import type { Settings } from './settings.ts';
import { openSource, type Source, STDIN } from './source.ts';
import { type FileSummary, noRows } from './check-summary.ts';
import { BrokenError, UnreadableError } from './input-error.ts';

/** An input after its check. */
export interface CheckedInput {
  readonly summary: FileSummary;
  /** Its size as it is stored, as far as it is known. */
  readonly bytes: number;
  /** An error that is not the input's fault: nothing more can be checked. */
  readonly failure?: { readonly error: unknown };
}

/** What a file's name shows, if its content does not. */
const NAMES: readonly (readonly [ending: RegExp, format: RowFormat])[] = [
  [/\.(ndjson|jsonl)(\.gz)?$/i, 'ndjson'],
  [/\.json(\.gz)?$/i, 'json'],
  [/\.(csv|tsv)(\.gz)?$/i, 'csv'],
];

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
    return inputOf(name, { report: noRows(), error }, 0, signal);
  }
  const checked = await checkSource(name, source, settings, signal, sinks);
  return inputOf(name, checked, source.bytes ?? source.read(), signal);
}

async function checkSource(
  name: string,
  source: Source,
  settings: Settings,
  signal: AbortSignal,
  sinks: Sinks,
): Promise<Checked> {
  const rows = optionsFor(name, settings, sinks);
  const output = new RowOutput(name, sinks, settings.all);
  const isForThreads =
    source.isPlainFile &&
    (source.bytes ?? 0) >= BYTES_FOR_THREADS &&
    rows.list !== 'all' &&
    rows.encoding === undefined;
  const checked = await checkStream(source, { rows, signal, endAtNdjson: isForThreads }, output);
  if (checked !== undefined) return checked;
  const take = (found: CheckedRow[]) => output.takeRows(found);
  const progress = ({ bytes, rows: total }: FileProgress) => output.progress(bytes, total);
  return checkInThreads(name, rows, { take, progress, signal });
}

function optionsFor(name: string, { options, all, format, encoding }: Settings, { report, split }: Sinks): RowsOptions {
  // Whoever wants an answer to each line sends lines; the first may be broken, and look like anything.
  const isLinePipe = all && name === STDIN;
  return {
    ...options,
    format: format ?? (isLinePipe ? 'ndjson' : undefined),
    fallback: NAMES.find(([ending]) => ending.test(name))?.[1],
    // A short first line would wait for the bytes that show UTF-16.
    encoding: encoding ?? (isLinePipe ? 'utf-8' : undefined),
    list: all || split !== undefined ? 'all' : report.accepted === undefined ? 'rejected' : 'hinted',
    // Threads begin at different times.
    now: Date.now(),
  };
}

function inputOf(name: string, { report, error }: Checked, bytes: number, signal: AbortSignal): CheckedInput {
  const { unreadable } = report;
  if (error === undefined) {
    const words = unreadable && inWordsOfCommand(unreadable.help);
    return { summary: { name, report, error: words }, bytes };
  }
  if (error instanceof UnreadableError) return { summary: { name, report, error: error.message }, bytes };
  if (error instanceof BrokenError) return { summary: { name, report, error: brokenWords(error, report) }, bytes };
  if (signal.aborted) return { summary: { name, report }, bytes };
  return { summary: { name, report, error: 'was not checked to its end.' }, bytes, failure: { error } };
}

function brokenWords({ verb, message }: BrokenError, { total, lines }: RowsReport): string {
  if (total === 0) return `could not be ${verb}: ${message}. No row was checked.`;
  return `could be ${verb} only up to row ${total} (line ${lines}): ${message}. The rows up to there were checked.`;
}
