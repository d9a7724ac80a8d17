/** Puts a seed into a store. */
import type { CredentialCipher } from '../credentials/credential-cipher.ts';
import { encryptAll } from '../credentials/credentials.ts';
import { createLinkedAccount } from '../stores/create-linked-account.ts';
import type { Store } from '../stores/store.ts';
import type { ReadAccount } from './read-seed.ts';

/** Adds what is missing: a store that outlives the process keeps the changes made since the last start. */
export async function applySeed(
  accounts: readonly ReadAccount[],
  store: Store,
  cipher: CredentialCipher,
): Promise<void> {
  for (const { environment, accountId, name, integrations } of accounts) {
    await store.addAccount(environment, createLinkedAccount(accountId, name));
    const stored = new Set((await store.listIntegrations(environment, accountId)).map(({ slug }) => slug));
    for (const { slug, authType, credentials, status } of integrations) {
      if (stored.has(slug)) continue;
      const values = await encryptAll(cipher, { environment, accountId, slug }, credentials);
      const integration = { slug, authType, status, connectedAtMs: Date.now(), values };
      await store.putIntegration(environment, accountId, integration);
    }
  }
}
