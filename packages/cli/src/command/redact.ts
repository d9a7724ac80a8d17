import { redact } from 'auth-object';
import { printable } from './printable.ts';

/**
 * A text that is meant to be a name or a sentence, such as a slug that somebody typed or what a service answers: cut, made
 * printable, and hidden only if it looks like a token. Any punctuation and several words are usual in it.
 */
export function redactName(text: string): string {
  return printable(redact({ headers: { linked_account_id: text } }).headers?.linked_account_id ?? '');
}

/** A word in a place where anything may have landed: as {@link redactName}, but also hidden if it may be a password. */
export function redactWord(word: string): string {
  return printable(redact({ slug: word }).slug ?? '');
}
