/** What a check is asked for, once the options are read. */
import type { RowFormat, RowsOptions } from 'auth-object/rows';

/** How the rows are checked. */
export type CheckOptions = Pick<RowsOptions, 'linkedAccounts' | 'customApps' | 'shape' | 'trust' | 'hints' | 'repair'>;

/** The formats, for options and texts. */
export const FORMATS: readonly RowFormat[] = ['ndjson', 'json', 'csv'];

/** The reports that can be asked for. */
export type ReportName = 'pretty' | 'json' | 'ndjson' | 'junit' | 'sarif' | 'github';

/** The reports, for options and texts. */
export const REPORTS: readonly ReportName[] = ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github'];

/** All that a check is asked for. */
export interface Settings {
  /** Names as they were given; `-` is standard input. */
  readonly files: readonly string[];
  readonly format: RowFormat | undefined;
  /** A label of TextDecoder. */
  readonly encoding: string | undefined;
  readonly options: CheckOptions;
  readonly report: ReportName;
  /** Where the report goes; else to standard output. */
  readonly output: string | undefined;
  /** Whether the report lists every line. */
  readonly all: boolean;
  /** How many rejected rows the report lists; the counts are whole. */
  readonly maxFailures: number | undefined;
  readonly outOk: string | undefined;
  readonly outBad: string | undefined;
  readonly repairLog: string | undefined;
  readonly quiet: boolean;
}
