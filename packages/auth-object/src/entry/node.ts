/** For Node, Bun and Deno: checks files, with all processors. Everything else is in `auth-object/rows`. */
import './rows.ts';

export type { FileOptions, FileProgress } from '../node/check-rows-file.ts';
export { checkRowsFile } from '../node/check-rows-file.ts';
