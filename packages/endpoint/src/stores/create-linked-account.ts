import type { StoredAccount } from './store.ts';

const ID_BYTES = 12;

/** An account with a new id; it is not stored yet. */
export function createLinkedAccount(accountId: string, name: string | null): StoredAccount {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, accountId, name };
}
