import { redact } from 'auth-object';

const HIDDEN = '[hidden]';

/** A slug as the library's messages have it: word for word, or `[hidden]` if it may be a secret. */
export function safeSlug(slug: string): string {
  return redact({ slug }).slug === HIDDEN ? HIDDEN : slug;
}
