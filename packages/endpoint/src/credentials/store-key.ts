/** Makes sure that a store contains credentials of one key. */
import { EndpointError } from '../errors.ts';
import type { SealedValue, Store } from '../stores/store.ts';
import type { CredentialCipher, ValueLocation } from './credential-cipher.ts';

/**
 * Compares the key with the one of the store, by the store's key check. If the store has none, because it is new, was
 * written by an earlier version, or cannot keep one, decrypts a credential instead.
 *
 * A random key is not kept: the store stays usable without the credentials that earlier random keys encrypted.
 *
 * @param isGiven - Whether the caller gave the key; otherwise it is random.
 * @throws EndpointError with the code `wrong_key`.
 */
export async function checkStoreKey(store: Store, cipher: CredentialCipher, isGiven: boolean): Promise<void> {
  const kept = await store.getKeyCheck?.();
  if (kept !== undefined) return accept(await cipher.isOwnCheck(kept), isGiven);
  if (!isGiven) return;
  const first = await firstValue(store);
  if (first !== undefined) accept(await cipher.canDecrypt(first.location, first.sealed), isGiven);
  // Another process may have been faster.
  const now = await store.addKeyCheck?.(await cipher.createCheck());
  if (now !== undefined) accept(await cipher.isOwnCheck(now), isGiven);
}

function accept(isOwn: boolean, isGiven: boolean): void {
  if (isOwn) return;
  const problem = isGiven
    ? 'the credentials in the store have another key'
    : 'the credentials in the store need their key';
  const reason = `${problem}; pass that key (option "key", or AUTH_OBJECT_KEY for serve), or use another store`;
  throw new EndpointError('createEndpoint', 'wrong_key', reason);
}

async function firstValue(store: Store): Promise<{ location: ValueLocation; sealed: Uint8Array } | undefined> {
  for (const environment of ['test', 'production'] as const) {
    for (const { accountId } of await store.listAccounts(environment)) {
      for (const { slug, values } of await store.listIntegrations(environment, accountId)) {
        const [value]: readonly SealedValue[] = values;
        if (value === undefined) continue;
        return { location: { environment, accountId, slug, field: value.field }, sealed: value.sealed };
      }
    }
  }
  return undefined;
}
