/** Checks one input: its rows go to the judge, and from there to the report and to files. */
import { noCounts } from './counts.js';
import { Judge, type Refused } from './judge.js';
import type { PartFile } from './part-file.js';
import { type Block, isBlank, rowBytes, rowCount } from './read/block.js';
import { type Rows, rowsOf } from './read/rows.js';
import type { Source } from './read/source.js';
import { type Repaired, repaired } from './repair.js';
import type { FileSummary, Report } from './report/report.js';
import type { Settings } from './settings.js';
import type { Split } from './split.js';
import { UnreadableError } from './unreadable.js';

/** Where things go that are found in an input. */
export interface Sinks {
  readonly report: Report;
  /** Writes what the report has said so far. */
  readonly flush: () => Promise<void>;
  readonly split: Split | undefined;
  readonly repairLog: PartFile | undefined;
  /** Told after each block. @param rows - Of this input. */
  readonly progress: (rows: number) => void;
  /** Says something that is no failure. */
  readonly note: (text: string) => void;
}

/**
 * Checks an input to its end, or as far as it can be read.
 *
 * @param open - Opens it.
 * @param signal - Ends it early; what was found is still in the summary.
 */
export async function checkInput(
  name: string,
  open: () => Source,
  settings: Settings,
  signal: AbortSignal,
  sinks: Sinks,
): Promise<FileSummary> {
  const judge = new Judge(name, settings.judge);
  let rows: Rows | undefined;
  let repairs = 0;
  let error: string | undefined;
  try {
    rows = await rowsOf(open().chunks, name, settings.format);
    if (rows.hasMark) sinks.note('starts with a byte order mark (BOM), which is passed over.');
    let isFirst = true;
    for await (const found of rows.blocks) {
      if (isFirst) await sinks.split?.begin(rows.format, rows.header());
      isFirst = false;
      const { block, changed } = settings.repair ? repaired(found, settings.judge) : unchanged(found);
      const refused = judge.check(block);
      // For another reason, such as an account that is not known.
      for (const { row } of refused) changed.delete(row);
      repairs += changed.size;
      await sinks.repairLog?.write(logText(name, changed));
      tell(name, block, refused, sinks.report);
      await sinks.split?.add(block, refused, changed);
      await sinks.flush();
      sinks.progress(judge.rows);
      if (signal.aborted) break;
    }
    if (isFirst) await sinks.split?.begin(rows.format, rows.header());
  } catch (thrown) {
    if (thrown instanceof UnreadableError) error = thrown.message;
    else if (!signal.aborted) throw thrown;
  }
  const counts = rows === undefined ? noCounts() : judge.end();
  return { name, format: rows?.format, ...counts, repaired: settings.repair ? repairs : undefined, error };
}

function unchanged(block: Block): Repaired {
  return { block, changed: new Map() };
}

function logText(file: string, changed: Repaired['changed']): string {
  const lines = [...changed.values()].flatMap(({ log }) => log.map((change) => JSON.stringify({ file, ...change })));
  return lines.map((line) => `${line}\n`).join('');
}

function tell(file: string, block: Block, refused: readonly Refused[], report: Report): void {
  if (report.passed === undefined) {
    for (const { refusal } of refused) report.refused(refusal);
    return;
  }
  let next = 0;
  for (let row = 0; row < rowCount(block); row++) {
    const refusal = refused[next]?.row === row ? refused[next]?.refusal : undefined;
    if (refusal !== undefined) {
      next += 1;
      report.refused(refusal);
    } else {
      report.passed({ file, line: block.lineOf(row), isBlank: isBlank(rowBytes(block, row)) });
    }
  }
}
