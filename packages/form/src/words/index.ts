import { en } from './en.js';
import type { Words } from './words.js';

/** The languages that are complete. */
export type Locale = 'en' | 'de';

/** The language for a BCP 47 tag such as `de-AT`; English if it is unknown. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().split('-')[0] === 'de' ? 'de' : 'en';
}

/** The words of a language; English is there at once, others load. */
export function wordsOf(locale: Locale): Words | Promise<Words> {
  return locale === 'de' ? import('./de.js').then(({ de }) => de) : en;
}
