import { redact } from 'auth-object';
import { printable } from './printable.ts';

/** What the library writes instead of a name that it hides. */
export const HIDDEN = '[hidden]';

/** A name, such as a slug: cut, made printable, and hidden if it may be a secret in the wrong place. */
export function redactName(name: string): string {
  return printable(redact({ slug: name }).slug ?? '');
}

/** A text that a service sent: its first words, each as {@link redactName}; hidden if it is an `Authorization` or a key. */
export function redactText(text: string): string {
  const MOST_WORDS = 20;
  if (/\b(?:basic|bearer)\s|-----BEGIN/i.test(text)) return HIDDEN;
  const words = text.split(/\s+/);
  return [...words.slice(0, MOST_WORDS).map(redactName), ...(words.length > MOST_WORDS ? ['…'] : [])].join(' ');
}
