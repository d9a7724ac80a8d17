/** Linked accounts, as they are kept and as they are answered. */
import type { Environment, Store, StoredAccount } from './store.ts';

const ID_BYTES = 12;

/** An account with an id of its own. */
export function freshAccount(accountId: string, name: string | null): StoredAccount {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, accountId, name };
}

/** An account as the routes answer it; `integrations` is null where there are none, as the documents show it. */
export async function accountView(store: Store, environment: Environment, account: StoredAccount): Promise<object> {
  const kept = await store.listIntegrations(environment, account.accountId);
  const integrations = kept.map(({ slug, authType, status, connectedAtMs }) => ({
    slug,
    auth_type: authType,
    status,
    connectedAt: new Date(connectedAtMs).toISOString(),
  }));
  return {
    _id: account.id,
    account_id: account.accountId,
    name: account.name,
    environment,
    integrations: integrations.length === 0 ? null : integrations,
  };
}
