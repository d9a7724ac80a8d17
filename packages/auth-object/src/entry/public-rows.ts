/** What `auth-object/rows` offers: all of `auth-object`, and files of rows. */

export { checkRows } from '../rows/check-rows.ts';
export { RowChecker } from '../rows/row-checker.ts';
export { RowDecoder } from '../rows/row-decoder.ts';
export type * from '../types/rows.ts';
export * from './public.ts';
