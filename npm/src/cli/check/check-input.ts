/** Checks one input: its rows go to the judge, and from there to the report and to files. */
import type { Hint } from '../../types/verdict.js';
import { addCounts, type Counts, noCounts } from './counts.js';
import type { HintKinds } from './hint-kinds.js';
import { Judge, type Refused } from './judge.js';
import { judgeFile, wantsThreads } from './many-threads.js';
import type { PartFile } from './part-file.js';
import { type Block, isBlank, rowBytes, rowCount } from './read/block.js';
import { type Rows, rowsOf } from './read/rows.js';
import { type Source, STDIN } from './read/source.js';
import { helpOf } from './refusal.js';
import { type Repaired, repaired } from './repair.js';
import type { FileSummary, Report } from './report/report.js';
import { rowVerdict } from './row-verdict.js';
import type { JudgeOptions, Settings } from './settings.js';
import type { Split } from './split.js';
import { UnreadableError } from './unreadable.js';

/** Where things go that are found in an input. */
export interface Sinks {
  readonly report: Report;
  /** Writes what the report has said so far. */
  readonly flush: () => Promise<void>;
  readonly split: Split | undefined;
  readonly repairLog: PartFile | undefined;
  /** Counts the hints of accepted rows; `undefined` if nobody wants hints. */
  readonly hints: HintKinds | undefined;
  /** Told again and again. Both are of this input: bytes as they are stored, and rows. */
  readonly progress: (bytes: number, rows: number) => void;
  /** Says something that is no failure. */
  readonly note: (text: string) => void;
}

/** What is checked, and how. */
export interface Input {
  /** As it was named. */
  readonly name: string;
  readonly settings: Settings;
  /** Ends it early; what was found is still in the summary. */
  readonly signal: AbortSignal;
}

interface Found {
  readonly counts: Counts;
  readonly repairs: number;
  readonly error: string | undefined;
}

/**
 * Checks an input to its end, or as far as it can be read.
 *
 * @param open - Opens it.
 */
export async function checkInput(input: Input, open: () => Source, sinks: Sinks): Promise<FileSummary> {
  const { name, settings } = input;
  const repairs = (count: number) => (settings.repair ? count : undefined);
  // Who wants an answer to each line sends lines; the first may be broken, and look like anything.
  const isLinePipe = settings.all && name === STDIN;
  let source: Source;
  let rows: Rows;
  try {
    source = open();
    rows = await rowsOf(source.chunks, name, settings.format ?? (isLinePipe ? 'ndjson' : undefined));
  } catch (error) {
    return { name, ...noCounts(), repaired: repairs(0), error: reasonOf(error, input.signal) };
  }
  if (rows.hasMark) sinks.note('starts with a byte order mark (BOM), which is passed over.');
  const inThreads = needsFailuresOnly(sinks) && rows.format === 'ndjson' && !rows.hasMark && !source.isPacked();
  const found =
    inThreads && wantsThreads(source.bytes)
      ? await inManyThreads(input, source, source.bytes, sinks)
      : await blockByBlock(input, source, rows, sinks);
  return { name, format: rows.format, ...found.counts, repaired: repairs(found.repairs), error: found.error };
}

/** Whether nobody asks for the bytes of the accepted rows. */
function needsFailuresOnly({ report, split, hints }: Sinks): boolean {
  return report.accepted === undefined && split === undefined && hints === undefined;
}

/** Why an input was not read to its end; `undefined` where somebody ended it. */
function reasonOf(error: unknown, signal: AbortSignal): string | undefined {
  if (error instanceof UnreadableError) return error.message;
  if (signal.aborted) return undefined;
  throw error;
}

async function inManyThreads(input: Input, source: Source, bytes: number, sinks: Sinks): Promise<Found> {
  source.close();
  const counts = noCounts();
  const report = await judgeFile(input.name, bytes, input.settings.judge, input.signal, async (part) => {
    for (const refusal of part.refusals) sinks.report.refused(refusal);
    await sinks.flush();
    sinks.progress(part.bytes, part.lines);
  });
  addCounts(counts, report);
  return { counts, repairs: 0, error: undefined };
}

async function blockByBlock(
  { name, settings, signal }: Input,
  source: Source,
  rows: Rows,
  sinks: Sinks,
): Promise<Found> {
  const judge = new Judge(name, settings.judge);
  let repairs = 0;
  let error: string | undefined;
  try {
    let isFirst = true;
    for await (const found of rows.blocks) {
      if (isFirst) await sinks.split?.begin(rows, rows.header());
      isFirst = false;
      const { block, changed } = settings.repair ? repaired(found, settings.judge) : unchanged(found);
      const refused = judge.check(block);
      // For another reason, such as an account that is not known.
      for (const { row } of refused) changed.delete(row);
      repairs += changed.size;
      await sinks.repairLog?.write(logText(name, changed));
      tell(name, block, refused, sinks, settings.judge);
      await sinks.split?.add(block, refused, changed);
      await sinks.flush();
      sinks.progress(source.read(), judge.rows);
      if (signal.aborted) break;
    }
    if (isFirst) await sinks.split?.begin(rows, rows.header());
  } catch (thrown) {
    error = reasonOf(thrown, signal);
  }
  return { counts: judge.end(), repairs, error };
}

function unchanged(block: Block): Repaired {
  return { block, changed: new Map() };
}

function logText(file: string, changed: Repaired['changed']): string {
  const lines = [...changed.values()].flatMap(({ log }) => log.map((change) => JSON.stringify({ file, ...change })));
  return lines.map((line) => `${line}\n`).join('');
}

function tell(
  file: string,
  block: Block,
  refused: readonly Refused[],
  { report, hints }: Sinks,
  options: JudgeOptions,
): void {
  if (report.accepted === undefined && hints === undefined) {
    for (const { refusal } of refused) report.refused(refusal);
    return;
  }
  let next = 0;
  for (let row = 0; row < rowCount(block); row++) {
    const refusal = refused[next]?.row === row ? refused[next]?.refusal : undefined;
    if (refusal !== undefined) {
      next += 1;
      report.refused(refusal);
      continue;
    }
    const line = block.lineOf(row);
    const bytes = rowBytes(block, row);
    const isBlankRow = isBlank(bytes);
    const found = hints === undefined || isBlankRow ? [] : hintsOf(bytes, block.isVerbatim, options);
    hints?.add(file, line, found);
    report.accepted?.({ file, line, isBlank: isBlankRow, hints: found });
  }
}

/** The row engine looks for none, so an accepted row is checked once more. */
function hintsOf(row: Uint8Array, isVerbatim: boolean, options: JudgeOptions): readonly Hint[] {
  return rowVerdict(row, options).hints.map((hint) => ({ ...hint, help: helpOf(hint, isVerbatim) }));
}
