/** The credentials of a request that was accepted: taken from its body, locked away, and opened for tests. */
import type { AcceptedVerdict } from 'auth-object';
import { isObject } from './body.ts';
import type { Environment, SealedValue, Store } from './store.ts';
import { type AesKey, type Place, Vault } from './vault.ts';

/** What a request connects an app with. */
export interface Credentials {
  readonly authType: string | null;
  /** By field. */
  readonly values: ReadonlyMap<string, string>;
}

/** The credentials in an auth_object that the verdict accepted. */
export function credentialsOf(authObject: unknown, verdict: AcceptedVerdict): Credentials {
  const top = isObject(authObject) ? authObject : {};
  const [key] = Object.keys(top);
  const fields = verdict.shape === 'typed' && key !== undefined ? top[key] : top;
  // An app that the catalogue lacks has no auth types but those that requests name.
  const authType = verdict.authType ?? (verdict.shape === 'typed' ? key : undefined) ?? null;
  const texts = Object.entries(isObject(fields) ? fields : {}).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return { authType, values: new Map(texts) };
}

/** Encrypts each value for its place. */
export function sealAll(
  vault: Vault,
  place: Omit<Place, 'field'>,
  values: ReadonlyMap<string, string>,
): Promise<SealedValue[]> {
  return Promise.all(
    [...values].map(async ([field, value]) => ({ field, sealed: await vault.seal({ ...place, field }, value) })),
  );
}

/** Which integration's credentials {@link openCredentials} opens. */
export interface OpenOptions {
  readonly store: Store;
  /** The `key` that the endpoint was given. */
  readonly key: AesKey | Uint8Array | string;
  /** @defaultValue `"test"` */
  readonly environment?: Environment | undefined;
  readonly linkedAccountId: string;
  readonly slug: string;
}

/**
 * The credentials that an endpoint keeps, in plain text: for a test that wants to see what arrived.
 *
 * @returns by field; `undefined` where there is no such integration.
 * @throws TypeError where the key is none; Error where a value cannot be decrypted. Both as a rejected promise.
 *
 * @example
 * ```ts
 * const { access_token } = await openCredentials({ store, key, linkedAccountId: "account:12345", slug: "hubspot" });
 * ```
 */
export async function openCredentials(options: OpenOptions): Promise<Record<string, string> | undefined> {
  const { store, key, environment = 'test', linkedAccountId: accountId, slug } = options;
  const vault = new Vault(key);
  const kept = await store.listIntegrations(environment, accountId);
  const integration = kept.find((one) => one.slug === slug);
  if (integration === undefined) return undefined;
  const opened = integration.values.map(async ({ field, sealed }) => [
    field,
    await vault.open({ environment, accountId, slug, field }, sealed),
  ]);
  return Object.fromEntries(await Promise.all(opened));
}
