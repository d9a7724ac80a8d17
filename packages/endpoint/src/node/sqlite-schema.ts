/** The tables of a store's file, and the settings by which nothing is lost. */
import { closeSync, openSync } from 'node:fs';
import { type Database, sqlite } from './sqlite-driver.ts';

/** Marks the file as ours (`PRAGMA application_id`): "AObj". */
const APPLICATION_ID = 0x414f626a;
/** Of the tables; counts up where they change. */
const VERSION = 1;

/** Only its owner may read the file: the values in it are encrypted, the ids of accounts are not. */
const OWNER_ONLY = 0o600;

/**
 * - Write-ahead log: a write is in the file as a whole or not at all, whenever the process ends; readers do not wait.
 * - `synchronous = FULL`: an answered write also outlives a power cut, since the log is flushed at each commit. NORMAL
 *   would be faster and would outlive `kill -9` alone.
 * - `secure_delete`: what is replaced or removed is overwritten.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`;

/** `AUTOINCREMENT`: the order of creation, which a removed row's number must not disturb. */
const TABLES = `
  CREATE TABLE accounts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    environment TEXT NOT NULL,
    account_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    UNIQUE (environment, account_id)
  ) STRICT;
  CREATE TABLE integrations (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    slug TEXT NOT NULL,
    auth_type TEXT,
    status TEXT NOT NULL,
    connected_at_ms INTEGER NOT NULL,
    UNIQUE (account, slug)
  ) STRICT;
  CREATE TABLE sealed_values (
    integration INTEGER NOT NULL REFERENCES integrations ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (integration, position)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${VERSION};
`;

/**
 * Opens a store's file, or makes it.
 *
 * @throws TypeError where there is no SQLite; Error where the file cannot be opened, is no store, or is one of a later
 *   version of this package.
 */
export function openStoreFile(file: string): Database {
  const Database = sqlite();
  makeFile(file);
  const database = new Database(file);
  try {
    // Another process may have the file open; in ms.
    database.exec('PRAGMA busy_timeout = 5000');
    transaction(database, () => prepareTables(database, file));
    database.exec(SETTINGS);
    return database;
  } catch (cause) {
    database.close();
    const { message } = cause as Error;
    if (message.startsWith('sqliteStore: ')) throw cause;
    const isNone = /not a database|malformed/.test(message);
    const what = isNone ? `${file} is no SQLite database, or is damaged` : `the file cannot be opened: ${message}`;
    throw new Error(`sqliteStore: ${what}.`, { cause });
  }
}

/** Runs `body` so that all of it is written, or nothing; what it reads is of one moment. */
export function transaction<T>(database: Database, body: () => T, kind: 'IMMEDIATE' | 'DEFERRED' = 'IMMEDIATE'): T {
  database.exec(`BEGIN ${kind}`);
  try {
    const result = body();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function makeFile(file: string): void {
  if (file === ':memory:') return;
  try {
    closeSync(openSync(file, 'a', OWNER_ONLY));
  } catch (cause) {
    throw new Error(`sqliteStore: the file cannot be opened: ${(cause as Error).message}`, { cause });
  }
}

function prepareTables(database: Database, file: string): void {
  const read = (pragma: string) => (database.prepare(`PRAGMA ${pragma}`).get() as Record<string, number>)[pragma];
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  const application = read('application_id');
  const version = read('user_version') ?? 0;
  if (tables === 0 && application === 0 && version === 0) {
    database.exec(TABLES);
  } else if (application !== APPLICATION_ID) {
    throw new Error(`sqliteStore: ${file} is another program's database; name another file.`);
  } else if (version > VERSION) {
    throw new Error(
      `sqliteStore: ${file} was written by a later version of auth-object; update it, or name another file.`,
    );
  }
}
