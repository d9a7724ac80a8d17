/** The input of a call: strings and bytes, one after another, in a buffer that the instance owns and zeroes. */
import type { Glue } from './glue.ts';
/** The length of a string that is not given. */
export declare const ABSENT = 4294967295;
/** Writes a string, with U+FFFD for lone surrogates, or bytes; gives the length in bytes. */
export declare function write(glue: Glue, content: string | Uint8Array): number;
/** Writes a string of ASCII; -1, and nothing in the buffer, if it is something else, or long. */
export declare function writeAscii(glue: Glue, text: string): number;
/** Writes strings and bytes; gives their lengths in bytes, {@link ABSENT} for those that are not given. */
export declare function writeAll(glue: Glue, parts: readonly (string | Uint8Array | undefined)[]): number[];
/** The pieces of a string or of bytes, each of at most so many units or bytes; no piece ends within a character. */
export declare function pieces<T extends string | Uint8Array>(source: T, most: number): Generator<T>;
/** Whether a UTF-16 unit is the first half of a character. */
export declare function isHighSurrogate(unit: number): boolean;
