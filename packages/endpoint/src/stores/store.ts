/** Where the endpoint keeps its state. A store sees encrypted values only. */

/** Accounts and integrations of one are unknown to the other. */
export type Environment = 'test' | 'production';

/** A linked account: the caller's customer. */
export interface StoredAccount {
  /** The endpoint's own id, 24 hexadecimal digits. */
  readonly id: string;
  /** The caller's own id of its customer; unique in its environment. */
  readonly accountId: string;
  readonly name: string | null;
}

/** One credential value, encrypted; see `encryption.ts`. */
export interface SealedValue {
  /** The name of the field, such as `access_token`. */
  readonly field: string;
  /** 12 bytes nonce, the ciphertext, 16 bytes tag. */
  readonly sealed: Uint8Array;
}

/** An app connected for a linked account; there is at most one a slug. */
export interface StoredIntegration {
  readonly slug: string;
  /** `null` where the app is not in the catalogue and its auth_object was flat. */
  readonly authType: string | null;
  readonly status: 'active' | 'expired';
  /** When it was created; an update keeps it. Milliseconds since 1970. */
  readonly connectedAtMs: number;
  readonly values: readonly SealedValue[];
}

/**
 * The state of an endpoint. Each call is atomic: of two at the same time, one sees all that the other did, or nothing.
 * What a store throws becomes a 500 without its words.
 */
export interface Store {
  getAccount(environment: Environment, accountId: string): Promise<StoredAccount | undefined>;
  /** All of an environment, in the order of their creation. */
  listAccounts(environment: Environment): Promise<readonly StoredAccount[]>;
  /**
   * Adds an account, unless there is one with its `accountId`.
   *
   * @returns whether it was added.
   */
  addAccount(environment: Environment, account: StoredAccount): Promise<boolean>;
  /**
   * Adds an account. Of one that is there already, only the name is changed, and only to a name that is not `null`.
   *
   * @returns what is kept now.
   */
  upsertAccount(environment: Environment, account: StoredAccount): Promise<StoredAccount>;
  /**
   * Removes an account with its integrations.
   *
   * @returns whether there was one.
   */
  deleteAccount(environment: Environment, accountId: string): Promise<boolean>;
  /** All of an account, in the order of their creation; none where there is no such account. */
  listIntegrations(environment: Environment, accountId: string): Promise<readonly StoredIntegration[]>;
  /**
   * Creates the integration, or replaces the one of the same slug; that one's `connectedAtMs` is kept.
   *
   * @param newAccount - Added first, where there is no account of this `accountId`.
   * @returns what was done; `"no account"` where there is none, and none was handed over.
   */
  putIntegration(
    environment: Environment,
    accountId: string,
    integration: StoredIntegration,
    newAccount?: StoredAccount,
  ): Promise<'created' | 'updated' | 'no account'>;
  /** Removes everything. */
  clear(): Promise<void>;
}
