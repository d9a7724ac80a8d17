/** A store in an SQLite file. */
import * as v from 'valibot';
import { EndpointError } from '../errors.ts';
import { checkArgument } from '../options/check-options.ts';
import type { Environment, Store, StoredAccount, StoredIntegration } from '../stores/store.ts';
import { checkWellFormed, textsOf } from '../stores/well-formed.ts';
import { GroupCommit } from './group-commit.ts';
import type { Database, Statement } from './sqlite-driver.ts';
import { openStoreFile, transaction } from './sqlite-schema.ts';

/** A store in a file. Call {@link close} if the program goes on without it. */
export interface SqliteStore extends Store {
  /** Closes the file after the writes that wait. Later calls of other methods reject; a second `close` does nothing. */
  close(): void;
  getKeyCheck(): Promise<Uint8Array | undefined>;
  addKeyCheck(check: Uint8Array): Promise<Uint8Array | undefined>;
}

interface AccountRow {
  number: number;
  id: string;
  accountId: Uint8Array;
  name: Uint8Array | null;
}

interface IntegrationRow extends Pick<StoredIntegration, 'status' | 'connectedAtMs'> {
  number: number;
  slug: Uint8Array;
  authType: Uint8Array | null;
}

interface ValueRow {
  field: Uint8Array;
  sealed: Uint8Array;
}

// Strings from requests are read as bytes: node:sqlite before Node 24.21 ends a string at its first NUL character.
const ACCOUNT = 'number, id, CAST(account_id AS BLOB) AS accountId, CAST(name AS BLOB) AS name';
const INTEGRATION = `number, CAST(slug AS BLOB) AS slug, CAST(auth_type AS BLOB) AS authType, status,
  connected_at_ms AS connectedAtMs`;
const VALUE = 'CAST(field AS BLOB) AS field, sealed';
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const FILE = 'must be a path, such as "endpoint.db"';
const fileSchema = v.pipe(v.string(FILE), v.minLength(1, FILE));

/**
 * A store in an SQLite file. It uses `node:sqlite` (Node 22.13 or later, Bun, Deno) or an installed better-sqlite3.
 *
 * A change is in the file before its request is answered, and survives `kill -9` and a power cut; a change that was not
 * answered is there completely or not at all. Several processes may use the file at the same time. Only its owner may
 * read it. Credentials in it are encrypted: to read them after a restart, pass the same `key` each time.
 *
 * @param file - The path of the file, which is created if it does not exist; `:memory:` for a database without a file.
 * @throws OptionError if `file` is not a string or is empty. EndpointError if there is no SQLite or the file cannot be
 *   used; its `code` says why.
 *
 * @example
 * ```ts
 * import { sqliteStore, startEndpoint } from "@auth-object/endpoint/node";
 *
 * // AUTH_OBJECT_KEY: made once by `openssl rand -base64 32`
 * const store = sqliteStore("endpoint.db");
 * const { url, close } = await startEndpoint({ store, key: process.env.AUTH_OBJECT_KEY });
 * // … and at the end:
 * await close();
 * store.close();
 * ```
 */
export function sqliteStore(file: string): SqliteStore {
  return new SqliteFile(openStoreFile(checkArgument('sqliteStore', 'file', fileSchema, file)));
}

class SqliteFile implements SqliteStore {
  readonly #database: Database;
  readonly #commits: GroupCommit;
  readonly #statements = new Map<string, Statement>();
  #open = true;

  constructor(database: Database) {
    this.#database = database;
    this.#commits = new GroupCommit(database);
  }

  async getAccount(environment: Environment, accountId: string): Promise<StoredAccount | undefined> {
    const row = this.#account(environment, accountId);
    return row && account(row);
  }

  async listAccounts(environment: Environment): Promise<readonly StoredAccount[]> {
    const rows = this.#sql(`SELECT ${ACCOUNT} FROM accounts WHERE environment = ? ORDER BY number`).all(environment);
    return (rows as AccountRow[]).map(account);
  }

  async addAccount(environment: Environment, added: StoredAccount): Promise<boolean> {
    checkWellFormed(added.accountId, added.name);
    return this.#commits.write(() => this.#add(environment, added));
  }

  async upsertAccount(environment: Environment, { id, accountId, name }: StoredAccount): Promise<StoredAccount> {
    checkWellFormed(accountId, name);
    const text = `INSERT INTO accounts (environment, account_id, id, name) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET name = coalesce(excluded.name, name) RETURNING ${ACCOUNT}`;
    return this.#commits.write(() => account(this.#sql(text).get(environment, accountId, id, name) as AccountRow));
  }

  async deleteAccount(environment: Environment, accountId: string): Promise<boolean> {
    checkWellFormed(accountId);
    return this.#commits.write(() => {
      const text = 'DELETE FROM accounts WHERE environment = ? AND account_id = ?';
      return Number(this.#sql(text).run(environment, accountId).changes) > 0;
    });
  }

  async listIntegrations(environment: Environment, accountId: string): Promise<readonly StoredIntegration[]> {
    const read = () => {
      const owner = this.#account(environment, accountId);
      if (owner === undefined) return [];
      const rows = this.#sql(`SELECT ${INTEGRATION} FROM integrations WHERE account = ? ORDER BY number`);
      return (rows.all(owner.number) as IntegrationRow[]).map(({ number, slug, authType, ...row }) => ({
        ...{ slug: string(slug), authType: authType && string(authType), ...row },
        values: this.#values(number),
      }));
    };
    return transaction(this.#database, read, 'DEFERRED');
  }

  async putIntegration(
    environment: Environment,
    accountId: string,
    integration: StoredIntegration,
    newAccount?: StoredAccount,
  ): Promise<'created' | 'updated' | 'no account'> {
    checkWellFormed(newAccount?.accountId, newAccount?.name, ...textsOf(integration));
    return this.#commits.write(() => {
      if (newAccount !== undefined) this.#add(environment, newAccount);
      const owner = this.#account(environment, accountId);
      if (owner === undefined) return 'no account';
      const existing = this.#sql('SELECT number FROM integrations WHERE account = ? AND slug = ?').get(
        owner.number,
        integration.slug,
      );
      this.#write(owner.number, integration);
      return existing === undefined ? 'created' : 'updated';
    });
  }

  async clear(): Promise<void> {
    await this.#commits.write(() => {
      this.#sql('DELETE FROM accounts').run();
      this.#sql('DELETE FROM key_check').run();
    });
  }

  async getKeyCheck(): Promise<Uint8Array | undefined> {
    const row = this.#sql('SELECT sealed FROM key_check').get() as { sealed: Uint8Array } | undefined;
    return row && new Uint8Array(row.sealed);
  }

  async addKeyCheck(check: Uint8Array): Promise<Uint8Array | undefined> {
    // Drivers may pass an array without bytes as NULL.
    const text = `INSERT INTO key_check (number, sealed) SELECT 1, coalesce(?, x'')
      WHERE length(?) > 0 OR NOT EXISTS (SELECT 1 FROM sealed_values)
      ON CONFLICT DO UPDATE SET sealed = excluded.sealed WHERE length(sealed) = 0`;
    await this.#commits.write(() => void this.#sql(text).run(check, check));
    return this.getKeyCheck();
  }

  close(): void {
    if (!this.#open) return;
    this.#commits.flush();
    this.#open = false;
    this.#statements.clear();
    this.#database.close();
  }

  #sql(text: string): Statement {
    if (!this.#open) throw new EndpointError('sqliteStore', 'store_closed', 'the store is closed');
    let statement = this.#statements.get(text);
    if (statement === undefined) this.#statements.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }

  #account(environment: Environment, accountId: string): AccountRow | undefined {
    checkWellFormed(accountId);
    const text = `SELECT ${ACCOUNT} FROM accounts WHERE environment = ? AND account_id = ?`;
    return this.#sql(text).get(environment, accountId) as AccountRow | undefined;
  }

  /** @returns whether it was added. */
  #add(environment: Environment, { id, accountId, name }: StoredAccount): boolean {
    const text = 'INSERT INTO accounts (environment, account_id, id, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
    return Number(this.#sql(text).run(environment, accountId, id, name).changes) > 0;
  }

  #values(integration: number): StoredIntegration['values'] {
    const text = `SELECT ${VALUE} FROM sealed_values WHERE integration = ? ORDER BY position`;
    const rows = this.#sql(text).all(integration) as ValueRow[];
    return rows.map(({ field, sealed }) => ({ field: string(field), sealed: new Uint8Array(sealed) }));
  }

  /** Replaces all values, because those of another auth type must not stay. */
  #write(owner: number, { slug, authType, status, connectedAtMs, values }: StoredIntegration): void {
    const { number } = this.#sql(
      `INSERT INTO integrations (account, slug, auth_type, status, connected_at_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET auth_type = excluded.auth_type, status = excluded.status RETURNING number`,
    ).get(owner, slug, authType, status, connectedAtMs) as { number: number };
    this.#sql('DELETE FROM sealed_values WHERE integration = ?').run(number);
    const insert = this.#sql('INSERT INTO sealed_values (integration, position, field, sealed) VALUES (?, ?, ?, ?)');
    for (const [position, { field, sealed }] of values.entries()) insert.run(number, position, field, sealed);
  }
}

function account({ id, accountId, name }: AccountRow): StoredAccount {
  return { id, accountId: string(accountId), name: name && string(name) };
}

function string(utf8: Uint8Array): string {
  return decoder.decode(utf8);
}
