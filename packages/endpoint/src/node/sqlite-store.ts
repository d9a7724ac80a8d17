/** The state of an endpoint in a file. */
import type { Environment, Store, StoredAccount, StoredIntegration } from '../store.ts';
import { GroupCommit } from './group-commit.ts';
import type { Database, Statement } from './sqlite-driver.ts';
import { openStoreFile, transaction } from './sqlite-schema.ts';

/** A store in a file; {@link close} it where the program goes on without it. */
export interface SqliteStore extends Store {
  /** Closes the file. Calls after it reject; a second one does nothing. */
  close(): void;
}

interface AccountRow {
  number: number;
  id: string;
  accountId: string;
  name: string | null;
}

interface IntegrationRow extends Omit<StoredIntegration, 'values'> {
  number: number;
}

const ACCOUNT = 'number, id, account_id AS accountId, name';
const INTEGRATION = 'number, slug, auth_type AS authType, status, connected_at_ms AS connectedAtMs';

/**
 * A store in an SQLite file, which outlives its process: what was answered is in the file, whenever the process ends,
 * `kill -9` and a power cut too, and nothing is in it by half. With `node:sqlite` (Node from 22.13 on, Bun, Deno) or an
 * installed better-sqlite3. Several processes may share the file. Only the file's owner may read it; the values in it
 * are encrypted, so that who wants to open them later hands over the same `key` at each start.
 *
 * @param file - Made where there is none; `:memory:` for none.
 * @throws TypeError where `file` is no text, or there is no SQLite; Error where the file cannot be opened, is no store,
 *   or is one of a later version.
 *
 * @example
 * ```ts
 * import { sqliteStore, startEndpoint } from "auth-object/node";
 * const { url } = await startEndpoint({ store: sqliteStore("endpoint.db"), key: process.env.AUTH_OBJECT_KEY });
 * ```
 */
export function sqliteStore(file: string): SqliteStore {
  if (typeof file !== 'string' || file === '') {
    throw new TypeError('sqliteStore: the file must be a path, such as "endpoint.db".');
  }
  return new SqliteFile(openStoreFile(file));
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
    return this.#commits.write(() => this.#add(environment, added));
  }

  async upsertAccount(environment: Environment, { id, accountId, name }: StoredAccount): Promise<StoredAccount> {
    const text = `INSERT INTO accounts (environment, account_id, id, name) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET name = coalesce(excluded.name, name) RETURNING ${ACCOUNT}`;
    return this.#commits.write(() => account(this.#sql(text).get(environment, accountId, id, name) as AccountRow));
  }

  async deleteAccount(environment: Environment, accountId: string): Promise<boolean> {
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
      return (rows.all(owner.number) as IntegrationRow[]).map(({ number, ...row }) => ({
        ...row,
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
    return this.#commits.write(() => {
      if (newAccount !== undefined) this.#add(environment, newAccount);
      const owner = this.#account(environment, accountId);
      if (owner === undefined) return 'no account';
      const known = this.#sql('SELECT number FROM integrations WHERE account = ? AND slug = ?').get(
        owner.number,
        integration.slug,
      );
      this.#write(owner.number, integration);
      return known === undefined ? 'created' : 'updated';
    });
  }

  async clear(): Promise<void> {
    await this.#commits.write(() => this.#sql('DELETE FROM accounts').run());
  }

  close(): void {
    if (!this.#open) return;
    this.#commits.flush();
    this.#open = false;
    this.#statements.clear();
    this.#database.close();
  }

  #sql(text: string): Statement {
    if (!this.#open) throw new Error('sqliteStore: the store is closed.');
    let statement = this.#statements.get(text);
    if (statement === undefined) this.#statements.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }

  #account(environment: Environment, accountId: string): AccountRow | undefined {
    const text = `SELECT ${ACCOUNT} FROM accounts WHERE environment = ? AND account_id = ?`;
    return this.#sql(text).get(environment, accountId) as AccountRow | undefined;
  }

  /** Whether it was not there. */
  #add(environment: Environment, { id, accountId, name }: StoredAccount): boolean {
    const text = 'INSERT INTO accounts (environment, account_id, id, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
    return Number(this.#sql(text).run(environment, accountId, id, name).changes) > 0;
  }

  #values(integration: number): StoredIntegration['values'] {
    const text = 'SELECT field, sealed FROM sealed_values WHERE integration = ? ORDER BY position';
    const rows = this.#sql(text).all(integration) as { field: string; sealed: Uint8Array }[];
    return rows.map(({ field, sealed }) => ({ field, sealed: new Uint8Array(sealed) }));
  }

  /** All values anew: those of another auth type must not stay. */
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

/** A plain object, as a row of node:sqlite is none. */
function account({ id, accountId, name }: AccountRow): StoredAccount {
  return { id, accountId, name };
}
