/** The numbers of options for the instance. crates/wasm/src/rows.rs has the same, which a test compares. */
import type { RowFormat, RowsOptions } from './rows-options.ts';

const FORMATS: readonly (RowFormat | undefined)[] = [undefined, 'ndjson', 'json', 'csv'];
const LISTS: readonly RowsOptions['list'][] = ['rejected', 'hinted', 'all'];

/** The number of a format; 0 for `undefined`. */
export function formatNumber(format: RowFormat | undefined): number {
  return FORMATS.indexOf(format);
}

/** The number of an option `list`. */
export function listNumber(list: RowsOptions['list']): number {
  return Math.max(0, LISTS.indexOf(list));
}
