/** A check from its beginning to its end. */
import { colorsFor } from '../colors.js';
import { checkInput } from './check-input.js';
import { addCounts, noCounts, sorted } from './counts.js';
import { dropFiles, type Files, finishFiles, openFiles } from './files.js';
import { HintKinds } from './hint-kinds.js';
import { inputsOf } from './inputs.js';
import { Interrupt } from './interrupt.js';
import { Messages } from './messages.js';
import { fileOutput, type Output, standardOutput } from './output.js';
import { noProgress, type Progress, progressBar } from './progress.js';
import { openSource, type Source } from './read/source.js';
import { makeReport } from './report/make.js';
import { type FileSummary, inputName, type Report, type Summary } from './report/report.js';
import type { Settings } from './settings.js';

/** All rows accepted; a row refused; an input that cannot be read. */
const EXIT = { accepted: 0, refused: 1, unreadable: 2 } as const;

/**
 * Checks all inputs and writes the report.
 *
 * @returns The exit code.
 * @throws UsageError where something cannot be written, or would overwrite an input.
 */
export async function runCheck(settings: Settings): Promise<number> {
  const { files, repeated, bytes } = inputsOf(settings);
  const output = settings.output === undefined ? standardOutput() : await fileOutput(settings.output);
  const written = await openFiles(settings);
  const interrupt = new Interrupt();
  const messages = new Messages(settings.quiet);
  const progress = hasProgress(settings) ? progressBar(bytes) : noProgress;
  const report = makeReport(settings, output.write, colorsFor(settings.output === undefined ? process.stdout : {}));
  for (const name of repeated) messages.note(`${inputName(name)} is named twice, and checked once.`);
  try {
    report.begin();
    const hints = settings.hints ? new HintKinds() : undefined;
    const parts = { report, output, written, hints, progress, messages };
    const summaries = await checkAll(files, settings, interrupt.signal, parts);
    progress.stop();
    const summary = summaryOf(summaries, hints, settings.repair, interrupt.signal.aborted);
    report.end(summary);
    await output.end();
    if (!summary.isPartial) await finishFiles(written);
    else if (written.split !== undefined)
      messages.note('interrupted: the files of --out-ok and --out-bad are not written.');
    if (summary.isPartial && settings.report !== 'pretty') messages.note('interrupted: rows are missing.');
    if (settings.output !== undefined || (settings.report !== 'pretty' && process.stderr.isTTY))
      messages.summary(summary);
    return interrupt.exitCode ?? exitCodeOf(summary);
  } finally {
    // What is finished has its name, and stays.
    dropFiles(written);
    progress.stop();
    messages.flush();
    interrupt.end();
  }
}

interface Parts {
  readonly report: Report;
  readonly output: Output;
  readonly written: Files;
  readonly hints: HintKinds | undefined;
  readonly progress: Progress;
  readonly messages: Messages;
}

async function checkAll(
  files: readonly string[],
  settings: Settings,
  signal: AbortSignal,
  { report, output, written, hints, progress, messages }: Parts,
): Promise<FileSummary[]> {
  const summaries: FileSummary[] = [];
  let bytesBefore = 0;
  let rowsBefore = 0;
  for (const name of files) {
    let source: Source | undefined;
    const open = () => (source = openSource(name, signal));
    const summary = await checkInput({ name, settings, signal }, open, {
      ...{ report, hints, ...written },
      flush: output.flush,
      progress: (bytes, rows) => progress.update(bytesBefore + bytes, rowsBefore + rows),
      note: (words) => messages.note(`${inputName(name)} ${words}`),
    });
    summaries.push(summary);
    bytesBefore += source?.bytes ?? source?.read() ?? 0;
    rowsBefore += summary.total;
    if (summary.error !== undefined) messages.error(name, summary.error);
    else if (summary.total === 0 && !signal.aborted) messages.note(`${inputName(name)} holds no row.`);
    if (signal.aborted) break;
  }
  return summaries;
}

function summaryOf(
  files: readonly FileSummary[],
  hints: HintKinds | undefined,
  isRepaired: boolean,
  isPartial: boolean,
): Summary {
  const counts = noCounts();
  for (const file of files) addCounts(counts, file);
  const sortedFiles = files.map((file) => ({ ...file, ...sorted(file) }));
  return { ...sorted(counts), files: sortedFiles, hints: hints?.summary, isRepaired, isPartial };
}

function exitCodeOf({ files, rejected }: Summary): number {
  if (files.some(({ error }) => error !== undefined)) return EXIT.unreadable;
  return rejected > 0 ? EXIT.refused : EXIT.accepted;
}

/** A bar on a terminal, unless the report is written to it at the same time. */
function hasProgress({ quiet, report, output }: Settings): boolean {
  if (quiet || !process.stderr.isTTY) return false;
  const isAtEnd = report === 'pretty' || report === 'github' || report === 'junit';
  return isAtEnd || output !== undefined || !process.stdout.isTTY;
}
