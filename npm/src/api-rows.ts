/** What `auth-object/rows` offers: all of `auth-object`, and files of rows. */

export { checkNdjson, NdjsonChecker } from './api/batch.js';
export * from './api.js';
export type * from './types/batch.js';
