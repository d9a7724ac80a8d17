/** Puts a seed in the store. */
import { freshAccount } from './accounts.ts';
import { sealAll } from './credentials.ts';
import type { PlantedAccount } from './seed.ts';
import type { Store } from './store.ts';
import type { Vault } from './vault.ts';

/** Adds what is not there: a store that outlives the process keeps what happened since. */
export async function plant(accounts: readonly PlantedAccount[], store: Store, vault: Vault): Promise<void> {
  for (const { environment, accountId, name, integrations } of accounts) {
    await store.addAccount(environment, freshAccount(accountId, name));
    const there = new Set((await store.listIntegrations(environment, accountId)).map(({ slug }) => slug));
    for (const { slug, authType, credentials, status } of integrations) {
      if (there.has(slug)) continue;
      const place = { environment, accountId, slug };
      const values = await sealAll(vault, place, new Map(Object.entries(credentials)));
      const integration = { slug, authType, status, connectedAtMs: Date.now(), values };
      await store.putIntegration(environment, accountId, integration);
    }
  }
}
