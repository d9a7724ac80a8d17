import { redact } from 'auth-object';
import { printable } from './printable.ts';

/** What the library writes instead of a name that it hides. */
export const HIDDEN = '[hidden]';

/** A name, such as a slug: cut, made printable, and hidden if it may be a secret in the wrong place. */
export function redactName(name: string): string {
  return printable(redact({ slug: name }).slug ?? '');
}

/** A text that a service sent: cut, made printable, and hidden if it starts like a token. */
export function redactText(text: string): string {
  return printable(redact({ headers: { linked_account_id: text } }).headers?.linked_account_id ?? '');
}
