import { redact } from 'auth-object';
import { printable } from './printable.ts';

/** A slug or key that somebody typed, as it may be printed: cut, made printable, and hidden if it may be a secret. */
export function redactName(name: string): string {
  return printable(redact({ slug: name }).slug ?? '');
}

/** A text that a service sent: as {@link redactName}, but punctuation is usual in it. */
export function redactText(text: string): string {
  return printable(redact({ headers: { linked_account_id: text } }).headers?.linked_account_id ?? '');
}
