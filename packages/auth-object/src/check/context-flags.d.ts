/** Checks the options of one request and turns them into flags for the WebAssembly module. */
import { type OptionRule } from './option-rules.ts';
import type { Context, FormOptions } from './options.ts';
/** The rules of all options of a {@link Context}. */
export declare const CONTEXT_RULES: ReadonlyMap<string, OptionRule>;
/**
 * The flags of the options of `checkRequest`.
 *
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export declare function contextFlags(caller: string, options: Context | undefined): number;
/** The same for the options of a form. */
export declare function formFlags(caller: string, options: FormOptions | undefined): number;
/** The time with which expiry dates in tokens are compared, in seconds since 1970. */
export declare function nowSeconds(options: Pick<Context, 'hints' | 'now'> | undefined): number;
/** The flags of options that were checked. */
export declare function flagsOf(options: Context | undefined): number;
