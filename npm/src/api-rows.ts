/** What `auth-object/rows` offers: all of `auth-object`, and files of rows. */

export * from './api.js';
export { checkRows } from './rows/check-rows.js';
export { RowChecker } from './rows/row-checker.js';
export type * from './types/rows.js';
