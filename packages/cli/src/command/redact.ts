import { redact } from 'auth-object';
import { printable } from './printable.ts';

/**
 * A name that somebody typed or a service sent, as it may be printed: cut, made printable, and hidden if it looks like a
 * secret.
 */
export function redactName(name: string): string {
  return printable(redact({ slug: name }).slug ?? '');
}
