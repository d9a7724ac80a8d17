/** The numbers of options for the instance. crates/wasm/src/rows.rs has the same, which a test compares. */
import type { RowFormat, RowLimits, RowsOptions } from './rows-options.ts';

const FORMATS: readonly (RowFormat | undefined)[] = [undefined, 'ndjson', 'json', 'csv'];
const LISTS: readonly RowsOptions['list'][] = ['rejected', 'hinted', 'all'];

/** The defaults of src/rows/limits.rs, which a test compares. */
const ROW_BYTES = 1 << 24;
const NESTING = 1000;
const CELLS = 1 << 14;

/** The largest length in WebAssembly, more than any row has. */
const MOST = 2 ** 32 - 1;

/** The number of a format; 0 for `undefined`. */
export function formatNumber(format: RowFormat | undefined): number {
  return FORMATS.indexOf(format);
}

/** The number of an option `list`. */
export function listNumber(list: RowsOptions['list']): number {
  return Math.max(0, LISTS.indexOf(list));
}

/** The limits in the order of the constructor of `Rows`. */
export function limitNumbers(limits: RowLimits = {}): [rowBytes: number, nesting: number, cells: number] {
  const { rowBytes = ROW_BYTES, nesting = NESTING, cells = CELLS } = limits;
  return [Math.min(rowBytes, MOST), Math.min(nesting, MOST), Math.min(cells, MOST)];
}
