/** For Node, Bun and Deno: files, with all processors. Everything else is in `auth-object`. */
export type { FileOptions } from '../node/file.js';
export { checkNdjsonFile } from '../node/file.js';
