/** Issues and hints in words: of the caller, of another language, or the English ones that they have. */
import type { Hint } from '../verdict/hint.ts';
import type { Issue } from '../verdict/issue.ts';
import type { DescribeOptions } from './words.ts';
/**
 * Says what is wrong and what to do, for the person at the form. Like `help`, the text never holds a value.
 *
 * @param issueOrHint - An issue or a hint of a verdict.
 * @param options - The language, and words of your own, which come first.
 * @throws TypeError if the locale is unknown, or the first argument is not an issue or a hint.
 *
 * @example
 * ```ts
 * describe(issue); // "Enter the Store Name."
 * describe(issue, { locale: "de" }); // "Store Name eingeben."
 * describe(issue, { words: { missing: ({ label }) => `${label}?` } }); // "Store Name?"
 * ```
 */
export declare function describe(issueOrHint: Issue | Hint, { locale, words }?: DescribeOptions): string;
