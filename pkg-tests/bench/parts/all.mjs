// The parts of the bench, in the order in which they run.
import * as bigFile from './big-file.mjs';
import * as calls from './calls.mjs';
import * as files from './files.mjs';
import * as growth from './growth.mjs';
import * as pages from './pages.mjs';
import * as reports from './reports.mjs';
import * as rows from './rows.mjs';
import * as sizes from './sizes.mjs';
import * as starts from './starts.mjs';

/** The name of a part for `--only` → its title and its measure function. */
export const PARTS = { rows, files, reports, 'big-file': bigFile, pages, starts, calls, sizes, growth };
