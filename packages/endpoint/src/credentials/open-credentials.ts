/** Decrypts stored credentials, for tests. */
import * as v from 'valibot';
import { checkOptions, object } from '../options/check-options.ts';
import { environmentSchema, keySchema, storeSchema } from '../options/endpoint-schema.ts';
import type { Environment, Store } from '../stores/store.ts';
import { type AesKey, CredentialCipher } from './credential-cipher.ts';

/** Which credentials {@link openCredentials} decrypts. */
export interface OpenOptions {
  readonly store: Store;
  /** The `key` that the endpoint was created with. */
  readonly key: AesKey | Uint8Array | string;
  /** @defaultValue `"test"` */
  readonly environment?: Environment | undefined;
  readonly linkedAccountId: string;
  readonly slug: string;
}

const openSchema = object(
  {
    store: storeSchema,
    key: keySchema,
    environment: v.optional(environmentSchema),
    linkedAccountId: v.string('must be a string'),
    slug: v.string('must be a string'),
  } satisfies Record<keyof OpenOptions, v.GenericSchema<unknown, unknown>>,
  '{ store, key, linkedAccountId, slug }',
);

/**
 * Decrypts the credentials that an endpoint stored, so that a test can check what arrived.
 *
 * @returns the values by field; `undefined` if the account has no integration with this slug.
 * @throws OptionError for a wrong option; EndpointError with the code `cannot_decrypt` if the key is another one.
 *   Both as a rejected promise.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const handle = createEndpoint({ store, key, linkedAccounts: "any" });
 * // … after a request for HubSpot:
 * const credentials = await openCredentials({ store, key, linkedAccountId: "account:12345", slug: "hubspot" });
 * assert.equal(credentials?.access_token, "fake-token");
 * ```
 */
export async function openCredentials(options: OpenOptions): Promise<Record<string, string> | undefined> {
  checkOptions('openCredentials', openSchema, options);
  const { store, key, environment = 'test', linkedAccountId: accountId, slug } = options;
  const cipher = new CredentialCipher('openCredentials', key);
  const integrations = await store.listIntegrations(environment, accountId);
  const integration = integrations.find((one) => one.slug === slug);
  if (integration === undefined) return undefined;
  const opened = integration.values.map(async ({ field, sealed }) => [
    field,
    await cipher.decrypt({ environment, accountId, slug, field }, sealed),
  ]);
  return Object.fromEntries(await Promise.all(opened));
}
