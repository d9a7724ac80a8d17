/** What `auth-object/rows` exports: all of `auth-object`, and files of rows. */

export { checkRows } from '../rows/check-rows.ts';
export { MappingError, type MappingErrorCode } from '../rows/mapping-error.ts';
export type * from '../rows/report.ts';
export type * from '../rows/row.ts';
export { RowChecker } from '../rows/row-checker.ts';
export { RowDecoder } from '../rows/row-decoder.ts';
export type * from '../rows/rows-options.ts';
export * from './public.ts';
