import type { Limits } from './limits.ts';

/** A set of names: an array, or an object with `has`, such as a `Set` or a `Map`. */
export type Lookup = readonly string[] | { has(name: string): boolean };

/** The shape of an auth_object: `typed` is `{ oauth2: { access_token } }`, `flat` is `{ access_token }`. */
export type Shape = 'typed' | 'flat';

/**
 * What you know about the service. Every option may be left out; the verdict then lists the rules that were not checked
 * in `unchecked`.
 *
 * @example
 * ```ts
 * const context: Context = { apiKeys: [key], linkedAccounts: new Set(accountIds), environment: "production" };
 * ```
 */
export interface Context {
  /** The valid API keys. Any other `x-api-key` is rejected with `invalid_credentials`. */
  readonly apiKeys?: readonly string[] | undefined;
  /** The environment, if the key's prefix (`pk`, `tk`) does not show it. */
  readonly environment?: 'test' | 'production' | undefined;
  /** The IDs of all linked accounts. Any other is rejected with `linked_account_not_found`. */
  readonly linkedAccounts?: Lookup | undefined;
  /** The slugs of the integrations that the account has. A flat request to one of them gets the answer "updated", not "created". */
  readonly integrations?: Lookup | undefined;
  /** The slugs of your custom apps. A request to one of them is rejected with `custom_app`. */
  readonly customApps?: readonly string[] | undefined;
  /** The `request_id` in error responses, for tests. @defaultValue a new UUID v4 */
  readonly requestId?: string | undefined;
  /** The shape in which to read the auth_object. @defaultValue found from the auth_object */
  readonly shape?: Shape | undefined;
  /**
   * `"documented"` turns each rejection that depends on an unconfirmed schema into a hint (`unsure`).
   * @defaultValue `"all"`
   */
  readonly trust?: 'all' | 'documented' | undefined;
  /** Whether to look for hints. @defaultValue `true` */
  readonly hints?: boolean | undefined;
  /** The result of your own check with the provider. The reason is part of the response, so it must not contain credentials. */
  readonly verification?: 'accepted' | { readonly rejected: string } | undefined;
  /** The time with which expiry dates in tokens are compared, in milliseconds since 1970. @defaultValue `Date.now()` */
  readonly now?: number | undefined;
  /** How large a request may be. */
  readonly limits?: Limits | undefined;
}

/** The options for a form: those of {@link Context} that are not about headers. */
export type FormOptions = Omit<Context, 'apiKeys' | 'linkedAccounts'>;
