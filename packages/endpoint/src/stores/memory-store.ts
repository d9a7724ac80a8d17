/** State that ends with the process. */
import type { Environment, Store, StoredAccount, StoredIntegration } from './store.ts';

interface Kept {
  account: StoredAccount;
  /** By slug. */
  readonly integrations: Map<string, StoredIntegration>;
}

/**
 * A store in memory; the one that `createEndpoint` takes by default.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * const handle = createEndpoint({ store });
 * await handle(new Request("http://localhost/api/v2/public/linked-account", { method: "POST", headers, body }));
 * const accounts = await store.listAccounts("test");
 * ```
 */
export function memoryStore(): Store {
  const environments: Record<Environment, Map<string, Kept>> = { test: new Map(), production: new Map() };

  function add(environment: Environment, account: StoredAccount): Kept {
    const kept: Kept = { account, integrations: new Map() };
    environments[environment].set(account.accountId, kept);
    return kept;
  }

  return {
    async getAccount(environment, accountId) {
      return environments[environment].get(accountId)?.account;
    },
    async listAccounts(environment) {
      return [...environments[environment].values()].map(({ account }) => account);
    },
    async addAccount(environment, account) {
      if (environments[environment].has(account.accountId)) return false;
      add(environment, account);
      return true;
    },
    async upsertAccount(environment, account) {
      const kept = environments[environment].get(account.accountId);
      if (kept === undefined) return add(environment, account).account;
      kept.account = { ...kept.account, name: account.name ?? kept.account.name };
      return kept.account;
    },
    async deleteAccount(environment, accountId) {
      return environments[environment].delete(accountId);
    },
    async listIntegrations(environment, accountId) {
      return [...(environments[environment].get(accountId)?.integrations.values() ?? [])];
    },
    async putIntegration(environment, accountId, integration, newAccount) {
      let kept = environments[environment].get(accountId);
      if (kept === undefined) {
        if (newAccount === undefined) return 'no account';
        kept = add(environment, newAccount);
      }
      const before = kept.integrations.get(integration.slug);
      const connectedAtMs = before?.connectedAtMs ?? integration.connectedAtMs;
      kept.integrations.set(integration.slug, { ...integration, connectedAtMs });
      return before === undefined ? 'created' : 'updated';
    },
    async clear() {
      environments.test.clear();
      environments.production.clear();
    },
  };
}
