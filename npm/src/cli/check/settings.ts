/** What a check is told, once the options are read. */
import type { BatchOptions } from '../../types/context.js';
import type { Format } from './read/format.js';

/** How the rows are judged. */
export type JudgeOptions = BatchOptions;

/** The reports that can be asked for. */
export type ReportName = 'pretty' | 'json' | 'ndjson' | 'junit' | 'sarif' | 'github';

/** The reports, for options and texts. */
export const REPORTS: readonly ReportName[] = ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github'];

/** All that a check is told. */
export interface Settings {
  /** Names as they were given; `-` is standard input. */
  readonly files: readonly string[];
  readonly format: Format | undefined;
  readonly judge: JudgeOptions;
  readonly report: ReportName;
  /** Where the report goes; else to standard output. */
  readonly output: string | undefined;
  /** Whether the report tells accepted rows too. */
  readonly all: boolean;
  /** How many refused rows the report lists; the counts are whole. */
  readonly maxFailures: number | undefined;
  readonly outOk: string | undefined;
  readonly outBad: string | undefined;
  readonly repair: boolean;
  readonly repairLog: string | undefined;
  /** Whether to look for hints in accepted rows. */
  readonly hints: boolean;
  readonly quiet: boolean;
}
