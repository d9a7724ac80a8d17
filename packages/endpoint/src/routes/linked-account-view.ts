/** A linked account as the routes answer it. */
import type { Environment, Store, StoredAccount } from '../stores/store.ts';

/** An account without integrations has `null` in their place, as the documents show it. */
export async function linkedAccountView(
  store: Store,
  environment: Environment,
  account: StoredAccount,
): Promise<object> {
  const stored = await store.listIntegrations(environment, account.accountId);
  const integrations = stored.map(({ slug, authType, status, connectedAtMs }) => ({
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
