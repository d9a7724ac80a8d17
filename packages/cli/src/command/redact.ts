import { redact } from 'auth-object';
import { printable } from './printable.ts';

/** What the library writes instead of a name that it hides. */
export const HIDDEN = '[hidden]';

/** No name has such a run of letters and digits, unless it is words. */
const LONG_RUNS = /[a-z\d]{12,}/gi;

/**
 * A name that somebody typed, such as a slug: cut, made printable, and hidden only if it starts like a token or has a
 * long random run. Any punctuation and many words are usual in it.
 */
export function redactName(name: string): string {
  const shown = redactWord(name);
  if (shown !== HIDDEN) return shown;
  const runs = name.match(LONG_RUNS) ?? [];
  return runs.some((run) => redactWord(run) === HIDDEN) ? HIDDEN : redactText(name);
}

/** A word in a place where anything may have landed: as {@link redactName}, but also hidden if it may be a password. */
export function redactWord(word: string): string {
  return printable(redact({ slug: word }).slug ?? '');
}

/** A text that a service sent: cut, made printable, and hidden if it starts like a token. */
export function redactText(text: string): string {
  return printable(redact({ headers: { linked_account_id: text } }).headers?.linked_account_id ?? '');
}
