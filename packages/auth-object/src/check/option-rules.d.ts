/** Checks options: an unknown option, or one of the wrong type, is a TypeError that says what to pass. */
/** A test for the value of an option, and what the error says that it must be. */
export type OptionRule = readonly [isValid: (value: unknown) => boolean, expected: string];
export declare const STRINGS: OptionRule;
export declare const LOOKUP: OptionRule;
export declare const BOOLEAN: OptionRule;
/** One of these strings. */
export declare function oneOf(...values: string[]): OptionRule;
/** A whole number, at least 1. */
export declare function isCount(value: unknown): boolean;
/**
 * Checks every option that is given.
 *
 * @param caller - The public function, with which the error starts.
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export declare function checkOptions(caller: string, options: unknown, rules: ReadonlyMap<string, OptionRule>): void;
