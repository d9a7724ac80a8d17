/** An app as `GET /api/v2/public/application` answers it. */
import { app, inputFields } from 'auth-object';
import type { Endpoint } from '../endpoint.ts';
import type { StoredIntegration } from '../stores/store.ts';

/** Whether an app is a custom one, which has no schema. */
export function isCustomApp({ options }: Endpoint, slug: string): boolean {
  return slug === 'custom' || options.customApps.includes(slug);
}

/**
 * An app with its connections for a linked account.
 *
 * @returns `undefined` if the app is unknown.
 */
export function applicationView(
  endpoint: Endpoint,
  slug: string,
  accountId: string,
  integrations: readonly StoredIntegration[],
): object | undefined {
  const description = isCustomApp(endpoint, slug) ? customApp(slug) : nativeApp(slug);
  if (description === undefined) return undefined;
  const connections = integrations.filter((integration) => integration.slug === slug);
  return {
    ...description,
    connected: connections.length > 0,
    connected_accounts: connections.map(({ authType, status, connectedAtMs }) => ({
      // Only the provider knows its own name of the account.
      identifier: accountId,
      connectedAt: new Date(connectedAtMs).toISOString(),
      status,
      auth_type: authType,
    })),
    reauth_required: connections.some(({ status }) => status === 'expired'),
  };
}

function nativeApp(slug: string): object | undefined {
  const found = app(slug);
  if (found === undefined) return undefined;
  const { name, category, authTypes } = found;
  const forms = authTypes.map((authType) => [authType, inputFields(slug, authType) ?? []] as const);
  return {
    name,
    icon: '',
    description: '',
    auth_type: authTypes[0] ?? null,
    type: slug,
    app_id: slug,
    tags: category === '' ? [] : [category],
    slug,
    auth_type_options: Object.fromEntries(forms),
    auth_input_map: forms.find(([authType]) => authType === 'keybased')?.[1] ?? [],
  };
}

function customApp(slug: string): object {
  return {
    ...{ name: slug, icon: '', description: '', auth_type: null, type: 'custom', app_id: slug, tags: [], slug },
    ...{ auth_type_options: {}, auth_input_map: [] },
  };
}
