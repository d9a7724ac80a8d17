import { redact } from 'auth-object';

/** A name from outside as the page displays it: cut and escaped; `[hidden]` if it may be a secret. */
export function shownName(name: string): string {
  return redact({ slug: name }).slug ?? '';
}
