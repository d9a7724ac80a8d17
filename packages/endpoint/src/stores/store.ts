/** Where an endpoint keeps its state. A store gets credential values only in encrypted form. */

/** The two environments have separate accounts and integrations. */
export type Environment = 'test' | 'production';

/** A linked account: a customer of the caller. */
export interface StoredAccount {
  /** The id that the endpoint gave it: 24 hexadecimal digits. */
  readonly id: string;
  /** The id that the caller gave it; unique in its environment. */
  readonly accountId: string;
  readonly name: string | null;
}

/** An encrypted credential value. */
export interface SealedValue {
  /** The name of the field, such as `access_token`. */
  readonly field: string;
  /** AES-256-GCM: the nonce (12 bytes), the ciphertext, the tag (16 bytes). */
  readonly sealed: Uint8Array;
}

/** An app that is connected for a linked account. An account has at most one integration per slug. */
export interface StoredIntegration {
  readonly slug: string;
  /** `null` if the app is not in the catalogue and its auth_object was flat. */
  readonly authType: string | null;
  readonly status: 'active' | 'expired';
  /** When it was created, in milliseconds since 1970; an update keeps it. */
  readonly connectedAtMs: number;
  readonly values: readonly SealedValue[];
}

/**
 * The state of an endpoint. Each call is atomic: another call at the same time sees all of its changes or none. If a
 * call rejects, the endpoint answers with a 500 that contains nothing of the error.
 *
 * Use {@link memoryStore}, `sqliteStore` of `@auth-object/endpoint/node`, or an implementation of yours.
 *
 * @example
 * ```ts
 * const store: Store = memoryStore();
 * const handle = createEndpoint({ store, linkedAccounts: "any" });
 * // … after some requests:
 * const integrations = await store.listIntegrations("test", "account:12345");
 * ```
 */
export interface Store {
  getAccount(environment: Environment, accountId: string): Promise<StoredAccount | undefined>;
  /** All accounts of an environment, oldest first. */
  listAccounts(environment: Environment): Promise<readonly StoredAccount[]>;
  /**
   * Adds an account, unless its `accountId` exists.
   *
   * @returns whether it was added.
   */
  addAccount(environment: Environment, account: StoredAccount): Promise<boolean>;
  /**
   * Adds an account. If its `accountId` exists, only the name changes, and only if the new one is not `null`.
   *
   * @returns the account as it is stored now.
   */
  upsertAccount(environment: Environment, account: StoredAccount): Promise<StoredAccount>;
  /**
   * Removes an account with its integrations.
   *
   * @returns whether it existed.
   */
  deleteAccount(environment: Environment, accountId: string): Promise<boolean>;
  /** All integrations of an account, oldest first; an empty array if the account does not exist. */
  listIntegrations(environment: Environment, accountId: string): Promise<readonly StoredIntegration[]>;
  /**
   * Creates an integration, or replaces the one with the same slug, whose `connectedAtMs` stays.
   *
   * @param newAccount - Added first if the account does not exist.
   * @returns what was done; `"no account"` if the account does not exist and there is no `newAccount`.
   */
  putIntegration(
    environment: Environment,
    accountId: string,
    integration: StoredIntegration,
    newAccount?: StoredAccount,
  ): Promise<'created' | 'updated' | 'no account'>;
  /** Removes everything, the key check too. */
  clear(): Promise<void>;
  /**
   * The value that {@link addKeyCheck} kept. A store without these two methods works too: then an endpoint finds out by a
   * stored credential whether it has the right key.
   */
  getKeyCheck?(): Promise<Uint8Array | undefined>;
  /**
   * Keeps a value by which an endpoint recognises its key; it is empty if the key is random. The first value that is not
   * empty stays. If the store has credentials and no value, an empty one is not kept.
   *
   * @returns the value that the store has now.
   */
  addKeyCheck?(check: Uint8Array): Promise<Uint8Array | undefined>;
}
