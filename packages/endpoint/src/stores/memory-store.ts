/** A store whose content ends with the process. */
import type { Environment, Store, StoredAccount, StoredIntegration } from './store.ts';
import { checkWellFormed, textsOf } from './well-formed.ts';

interface Entry {
  account: StoredAccount;
  /** By slug. */
  readonly integrations: Map<string, StoredIntegration>;
}

/**
 * A store in memory. `createEndpoint` uses one of its own by default; pass one to read or fill it from a test.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * const handle = createEndpoint({ store });
 * await handle(new Request("http://localhost/api/v2/public/linked-account", {
 *   method: "POST",
 *   headers: { "x-api-key": "tk-fake" },
 *   body: JSON.stringify({ account_id: "account:12345" }),
 * }));
 * const accounts = await store.listAccounts("test");
 * ```
 */
export function memoryStore(): Store {
  let keyCheck: Uint8Array | undefined;
  const environments: Record<Environment, Map<string, Entry>> = { test: new Map(), production: new Map() };

  function add(environment: Environment, account: StoredAccount): Entry {
    const entry: Entry = { account, integrations: new Map() };
    environments[environment].set(account.accountId, entry);
    return entry;
  }

  function hasValues(): boolean {
    const entries = [...environments.test.values(), ...environments.production.values()];
    return entries.some(({ integrations }) => [...integrations.values()].some(({ values }) => values.length > 0));
  }

  return {
    async getAccount(environment, accountId) {
      checkWellFormed(accountId);
      return environments[environment].get(accountId)?.account;
    },
    async listAccounts(environment) {
      return [...environments[environment].values()].map(({ account }) => account);
    },
    async addAccount(environment, account) {
      checkWellFormed(account.accountId, account.name);
      if (environments[environment].has(account.accountId)) return false;
      add(environment, account);
      return true;
    },
    async upsertAccount(environment, account) {
      checkWellFormed(account.accountId, account.name);
      const entry = environments[environment].get(account.accountId);
      if (entry === undefined) return add(environment, account).account;
      entry.account = { ...entry.account, name: account.name ?? entry.account.name };
      return entry.account;
    },
    async deleteAccount(environment, accountId) {
      checkWellFormed(accountId);
      return environments[environment].delete(accountId);
    },
    async listIntegrations(environment, accountId) {
      checkWellFormed(accountId);
      return [...(environments[environment].get(accountId)?.integrations.values() ?? [])];
    },
    async putIntegration(environment, accountId, integration, newAccount) {
      checkWellFormed(accountId, newAccount?.accountId, newAccount?.name, ...textsOf(integration));
      let entry = environments[environment].get(accountId);
      if (entry === undefined) {
        if (newAccount === undefined) return 'no account';
        entry = add(environment, newAccount);
      }
      const before = entry.integrations.get(integration.slug);
      const connectedAtMs = before?.connectedAtMs ?? integration.connectedAtMs;
      entry.integrations.set(integration.slug, { ...integration, connectedAtMs });
      return before === undefined ? 'created' : 'updated';
    },
    async clear() {
      environments.test.clear();
      environments.production.clear();
      keyCheck = undefined;
    },
    async getKeyCheck() {
      return keyCheck;
    },
    async addKeyCheck(check) {
      const canKeep = keyCheck === undefined ? check.length > 0 || !hasValues() : keyCheck.length === 0;
      if (canKeep) keyCheck = check;
      return keyCheck;
    },
  };
}
