/** Applications as `GET /api/v2/public/application` answers them. */
import { app, inputFields } from 'auth-object';
import type { Endpoint } from './env.ts';
import type { StoredIntegration } from './store.ts';

/** Whether an app is the customer's own: such an app has no schema. */
export function isCustomApp({ options }: Endpoint, slug: string): boolean {
  return slug === 'custom' || options.customApps.includes(slug);
}

/**
 * An application, and its connections of one linked account.
 *
 * @returns `undefined` where there is no such app.
 */
export function applicationView(
  endpoint: Endpoint,
  slug: string,
  accountId: string,
  integrations: readonly StoredIntegration[],
): object | undefined {
  const about = isCustomApp(endpoint, slug) ? customApp(slug) : nativeApp(slug);
  if (about === undefined) return undefined;
  const connections = integrations.filter((integration) => integration.slug === slug);
  return {
    ...about,
    connected: connections.length > 0,
    connected_accounts: connections.map(({ authType, status, connectedAtMs }) => ({
      // What the provider calls the account cannot be known without asking it.
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
