/** A check from its beginning to its end. */
import { colorsFor } from '../command/colors.ts';
import { checkInput } from './check-input.ts';
import { type FileSummary, type Summary, summarize } from './check-summary.ts';
import { columnNotes } from './column-notes.ts';
import { exportText } from './export-text.ts';
import { hasFailed } from './failing.ts';
import { inputsOf } from './inputs.ts';
import { Interrupt } from './interrupt.ts';
import { Messages } from './messages.ts';
import { fileOutput, type Output, standardOutput } from './report-output.ts';
import { makeReport } from './reports/make-report.ts';
import { counted, inputName, type Report, sentence } from './reports/report.ts';
import { RowFiles } from './row-files.ts';
import { noProgress, type Progress, progressBar } from './rows-progress.ts';
import type { Settings } from './settings.ts';

/** No row is a failure; a row is one; an input cannot be read or has no rows. */
const EXIT = { passed: 0, failed: 1, unreadable: 2 } as const;

/**
 * Checks all inputs and writes the report.
 *
 * @returns The exit code.
 * @throws UsageError if something cannot be written, or would overwrite an input. The report is whole even then.
 */
export async function runCheck(settings: Settings): Promise<number> {
  const { names, repeated, bytes } = inputsOf(settings);
  const output = settings.output === undefined ? standardOutput() : await fileOutput(settings.output);
  const files = await RowFiles.open(settings);
  const interrupt = new Interrupt();
  const messages = new Messages(settings.quiet);
  const progress = hasProgress(settings) ? progressBar(bytes) : noProgress;
  const report = makeReport(settings, output.write, colorsFor(settings.output === undefined ? process.stdout : {}));
  for (const name of repeated) messages.note(`${inputName(name)} is named twice, and checked once.`);
  try {
    report.begin();
    const sinks = { report, output, files, progress, messages };
    const { summaries, failure } = await checkAll(names, settings, interrupt.signal, sinks);
    progress.stop();
    const summary = summarize(summaries, settings.options, interrupt.signal.aborted || failure !== undefined);
    report.end(summary);
    await output.end();
    if (failure !== undefined) throw failure.error;
    await finish(files, summary, messages);
    if (summary.isPartial && settings.report !== 'pretty') messages.note('interrupted: rows are missing.');
    if (settings.output !== undefined || (settings.report !== 'pretty' && process.stderr.isTTY)) {
      messages.note(`${sentence(summary)}.`);
    }
    return interrupt.exitCode ?? exitCodeOf(summary, settings);
  } finally {
    // Finished files have their names, and stay.
    files?.drop();
    progress.stop();
    messages.flush();
    interrupt.end();
  }
}

interface Sinks {
  readonly report: Report;
  readonly output: Output;
  readonly files: RowFiles | undefined;
  readonly progress: Progress;
  readonly messages: Messages;
}

interface CheckedInputs {
  readonly summaries: FileSummary[];
  /** An error after which nothing more can be checked. */
  readonly failure?: { readonly error: unknown };
}

async function checkAll(
  names: readonly string[],
  settings: Settings,
  signal: AbortSignal,
  { report, output, files, progress, messages }: Sinks,
): Promise<CheckedInputs> {
  const summaries: FileSummary[] = [];
  let bytesBefore = 0;
  let rowsBefore = 0;
  for (const name of names) {
    const { summary, bytes, failure } = await checkInput(name, settings, signal, {
      ...{ report, files, flush: output.flush },
      onProgress: (read, rows) => progress.update(bytesBefore + read, rowsBefore + rows),
    });
    summaries.push(summary);
    if (failure !== undefined) return { summaries, failure };
    bytesBefore += bytes;
    rowsBefore += summary.report.total;
    if (signal.aborted) break;
    addMessages(messages, summary, settings);
  }
  return { summaries };
}

function addMessages(messages: Messages, { name, report, error }: FileSummary, { outOk, outBad }: Settings): void {
  for (const note of columnNotes(report)) messages.note(`${inputName(name)}: ${note}`);
  for (const { help } of report.notes ?? []) messages.note(`${inputName(name)}: ${help}`);
  if (report.export !== undefined) messages.note(`${inputName(name)} ${exportText(report.export)}`);
  if (error !== undefined) {
    messages.error(name, error);
    const isSplit = outOk !== undefined || outBad !== undefined;
    if (isSplit && report.total > 0) {
      messages.note(`${inputName(name)}: only the rows that were checked are in the files of --out-ok and --out-bad.`);
    }
  } else if (report.total === 0) {
    messages.note(`${inputName(name)} has no rows.`);
  }
}

/** Gives the files their names, if they have all rows. */
async function finish(files: RowFiles | undefined, { isPartial }: Summary, messages: Messages): Promise<void> {
  if (files === undefined) return;
  if (isPartial) {
    messages.note('interrupted: the files of --out-ok and --out-bad are not written.');
    return;
  }
  await files.finish();
  const { lost } = files;
  if (lost > 0)
    messages.note(`${counted(lost, 'row')} too large to be checked ${lost === 1 ? 'is' : 'are'} in no file.`);
}

function exitCodeOf(summary: Summary, settings: Settings): number {
  if (summary.files.some(({ error }) => error !== undefined)) return EXIT.unreadable;
  return hasFailed(summary, settings) ? EXIT.failed : EXIT.passed;
}

/** A bar on a terminal, unless the report is written to it at the same time. */
function hasProgress({ quiet, report, output }: Settings): boolean {
  if (quiet || !process.stderr.isTTY) return false;
  const isAtEnd = report === 'pretty' || report === 'github' || report === 'junit';
  return isAtEnd || output !== undefined || !process.stdout.isTTY;
}
