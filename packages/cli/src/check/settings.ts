/** The settings of a check, from its options. */
import type { RowFormat, RowsOptions } from 'auth-object/rows';

/** How the rows are checked. */
export type CheckOptions = Pick<
  RowsOptions,
  'linkedAccounts' | 'customApps' | 'shape' | 'trust' | 'hints' | 'repair' | 'map' | 'set' | 'limits'
>;

/** The names of the formats. */
export const FORMATS: readonly RowFormat[] = ['ndjson', 'json', 'csv'];

/** The names of the reports. */
export type ReportName = 'pretty' | 'json' | 'ndjson' | 'junit' | 'sarif' | 'github';

export const REPORTS: readonly ReportName[] = ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github'];

export interface Settings {
  /** Names as they were typed; `-` is standard input. */
  readonly files: readonly string[];
  readonly format: RowFormat | undefined;
  /** A label of TextDecoder. */
  readonly encoding: string | undefined;
  readonly options: CheckOptions;
  readonly report: ReportName;
  /** The file of the report; `undefined` is standard output. */
  readonly output: string | undefined;
  /** Whether the report lists every line of the input. */
  readonly all: boolean;
  /** How many rejected rows the report lists; the counts include all. */
  readonly maxFailures: number | undefined;
  /** Whether likely rejections count like certain ones. */
  readonly strict: boolean;
  /** Whether an accepted row with a hint is a failure. */
  readonly failOnHints: boolean;
  /** Whether an input may have no rows. */
  readonly allowEmpty: boolean;
  readonly outOk: string | undefined;
  readonly outBad: string | undefined;
  readonly repairLog: string | undefined;
  readonly quiet: boolean;
}
