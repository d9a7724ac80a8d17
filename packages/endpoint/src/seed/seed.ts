/** The state that an endpoint starts with. */
import type { Environment } from '../stores/store.ts';

/**
 * A seed. It is plain JSON, so it can be kept in a file. Its credentials are encrypted as soon as they are stored.
 *
 * @example
 * ```ts
 * const hubspot = { slug: "hubspot", auth_object: { oauth2: { access_token: "fake-token" } } };
 * const account = { account_id: "account:12345", name: "Acme", integrations: [hubspot] };
 * createEndpoint({ seed: { environments: { test: { linked_accounts: [account] } } } });
 * ```
 */
export interface Seed {
  readonly environments: { readonly [environment in Environment]?: SeedEnvironment | undefined };
}

/** The content of an environment. */
export interface SeedEnvironment {
  readonly linked_accounts: readonly SeedAccount[];
}

/** A linked account with its integrations. */
export interface SeedAccount {
  /** Your own id of the customer; not blank. */
  readonly account_id: string;
  readonly name?: string | null | undefined;
  readonly integrations?: readonly SeedIntegration[] | undefined;
}

/** An integration, as the body of the request that would create it. The endpoint checks it by the same rules. */
export interface SeedIntegration {
  readonly slug: string;
  /** Typed or flat. */
  readonly auth_object: { readonly [key: string]: unknown };
  /** The status that the connected account has until an update makes it active. @defaultValue `"active"` */
  readonly status?: 'active' | 'expired' | undefined;
}
