/** Checks the options, and makes flags of them. An unknown option is a TypeError that says what to do. */
import type { Context, FormOptions } from '../types/context.ts';
import type { RowsOptions } from '../types/rows.ts';
/** What an option must be. */
export type Rule = readonly [isRight: (value: unknown) => boolean, words: string];
/** Whether it is a whole number from 1 on. */
export declare function isWholeNumber(value: unknown): boolean;
/**
 * The flags of the options.
 *
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export declare function contextFlags(caller: string, options: Context | undefined): number;
/** The same for the options of a form. */
export declare function formFlags(caller: string, options: FormOptions | undefined): number;
/**
 * The same for the options of files of rows.
 *
 * @param more - Further options of the caller.
 */
export declare function rowsFlags(caller: string, options: RowsOptions | undefined, more?: Readonly<Record<string, Rule>>): number;
/** The time that tokens are compared with. */
export declare function nowSeconds(context: Pick<Context, 'hints' | 'now'> | undefined): number;
