/** JSON text as data, without a silent loss. */
/** @throws SyntaxError if the text is not JSON; RangeError if a number would lose digits. */
export declare function parseExactly(text: string): unknown;
