/** Describes issues and hints in another language or in the caller's words. */
import type { Hint } from '../verdict/hint.ts';
import type { Issue } from '../verdict/issue.ts';
import { de } from './de.ts';
import type { DescribeOptions, Locale, Words } from './words.ts';

/** English needs no texts here: `help` has them. */
const LANGUAGES: Readonly<Record<Locale, Partial<Words>>> = { en: {}, de };

/**
 * Describes what is wrong and what to do, for the person who fills in the form. The text never contains a value.
 *
 * @param issueOrHint - An issue or a hint of a verdict.
 * @param options - The language, and functions for your own texts, which win.
 * @throws TypeError if the locale is unknown, or the first argument is not an issue or a hint; whatever a function in
 *   `words` throws.
 *
 * @example
 * ```ts
 * describe(issue); // "Enter the Store Name."
 * describe(issue, { locale: "de" }); // "Store Name eingeben."
 * describe(issue, { words: { missing: ({ label }) => `${label}?` } }); // "Store Name?"
 * ```
 */
export function describe(issueOrHint: Issue | Hint, { locale = 'en', words = {} }: DescribeOptions = {}): string {
  if (typeof issueOrHint !== 'object' || issueOrHint === null || typeof issueOrHint.help !== 'string') {
    throw new TypeError('describe: the first argument must be an issue or a hint, such as verdict.issues[0].');
  }
  if (!Object.hasOwn(LANGUAGES, locale)) {
    throw new TypeError(`describe: unknown locale. The locales are ${Object.keys(LANGUAGES).join(', ')}.`);
  }
  const name = 'reason' in issueOrHint ? issueOrHint.reason : issueOrHint.code;
  const inWords = (words[name] ?? LANGUAGES[locale][name]) as ((it: Issue | Hint) => string) | undefined;
  return inWords === undefined ? issueOrHint.help : inWords(issueOrHint);
}
