/** What may be wrong with a row of CSV. */
import type { Fault } from './block.js';

/** A quote that the file ends in. */
export const NOT_CLOSED: Fault = {
  code: 'invalid_csv',
  message: 'A quote is opened in this row and never closed.',
  help: 'Close it, or write a quote that belongs to the value twice (""). The next line is read as a row of its own.',
};

/** A quote that took following rows for its text. */
export const MISQUOTED: Fault = {
  code: 'invalid_csv',
  message: 'A quote is opened in this row, and closed lines later in the middle of a value.',
  help: NOT_CLOSED.help,
};

/** A row with too few cells, or too many. */
export function ragged(cells: number, columns: number): Fault {
  return {
    code: 'invalid_csv',
    message: `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header ${columns} columns.`,
    help: 'A value that holds the delimiter, a quote or a line end must stand in quotes.',
  };
}
