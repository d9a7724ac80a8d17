/** What `auth-object/node` offers. */
export type { FileOptions, FileProgress } from './file.ts';
export { checkRowsFile } from './file.ts';
