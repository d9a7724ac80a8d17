import { redact } from 'auth-object';

/** A name or an ID from outside as the page displays it: cut and escaped; `[hidden]` if it looks like a secret. */
export function shownName(name: string): string {
  return redact({ headers: { linked_account_id: name } }).headers?.linked_account_id ?? '';
}
