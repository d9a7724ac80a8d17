import { redact } from 'auth-object';

/**
 * A name that somebody typed or a service sent, as it may be printed: cut, control characters escaped, and hidden if it
 * looks like a secret.
 */
export function redactName(name: string): string {
  return redact({ slug: name }).slug ?? '';
}
