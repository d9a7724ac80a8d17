/** Which language a form has, and its texts. */
import { en } from './en.ts';
import type { Words } from './words.ts';

/** The languages of the form. */
export type Locale = 'en' | 'de';

/** The language for a BCP 47 tag such as `de-AT`; English if the form does not have it. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().split('-')[0] === 'de' ? 'de' : 'en';
}

/** The texts of a language. English is built in; the others are loaded. */
export function wordsOf(locale: Locale): Words | Promise<Words> {
  return locale === 'de' ? import('./de.ts').then(({ de }) => de) : en;
}

/** A label, title or help of an app in the language of `words`; in English if it is not translated. */
export function translate(words: Words, text: string): string {
  return (Object.hasOwn(words.labels, text) ? words.labels[text] : undefined) ?? text;
}
