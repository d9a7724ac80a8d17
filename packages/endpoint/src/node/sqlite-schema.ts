/** Opens the file of a store: its tables, and the settings that keep it from losing data. */
import { closeSync, openSync } from 'node:fs';
import { EndpointError } from '../errors.ts';
import { type Database, sqlite } from './sqlite-driver.ts';

/** Marks the file as a store (`PRAGMA application_id`): "AObj". */
const APPLICATION_ID = 0x414f626a;
/** The version of the tables; incremented when they change. */
const VERSION = 2;

/** Only the owner may read the file: credentials in it are encrypted, but account ids are not. */
const OWNER_ONLY = 0o600;

/**
 * - Write-ahead log: a write is kept completely or not at all, whenever the process ends. Readers do not wait.
 * - `synchronous = FULL`: a write that was answered survives a power cut, because each commit flushes the log. NORMAL
 *   would be faster, but survives only `kill -9`.
 * - `secure_delete`: overwrites data that is replaced or removed.
 */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`;

/** `AUTOINCREMENT` keeps the order of creation: without it, SQLite uses the number of a removed row again. */
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
`;

/** What version 2 adds: the value by which an endpoint recognises its key. */
const KEY_CHECK = `
  CREATE TABLE key_check (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    sealed BLOB NOT NULL
  ) STRICT;
  PRAGMA user_version = ${VERSION};
`;

/**
 * Opens the file of a store, or creates it.
 *
 * @throws EndpointError if there is no SQLite, or the file cannot be used; its `code` says why.
 */
export function openStoreFile(file: string): Database {
  const Database = sqlite();
  createFile(file);
  const database = new Database(file);
  try {
    // Wait for other processes that use the file; in ms.
    database.exec('PRAGMA busy_timeout = 5000');
    transaction(database, () => prepareTables(database, file));
    database.exec(SETTINGS);
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof EndpointError) throw cause;
    if (isDamaged(cause as SqliteError)) {
      const reason = `${file} is not an SQLite database, or is damaged`;
      throw new EndpointError('sqliteStore', 'not_a_database', reason, { cause });
    }
    throw cannotOpen(cause as Error);
  }
}

/** Runs `body` in a transaction: all of its writes are kept or none, and its reads see one state. */
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

function createFile(file: string): void {
  if (file === ':memory:') return;
  try {
    closeSync(openSync(file, 'a', OWNER_ONLY));
  } catch (cause) {
    throw cannotOpen(cause as Error);
  }
}

function cannotOpen(cause: Error): EndpointError {
  return new EndpointError('sqliteStore', 'cannot_open', `the file cannot be opened: ${cause.message}`, { cause });
}

/** An error of node:sqlite (`errcode`) or better-sqlite3 (`code`). */
interface SqliteError {
  readonly code?: unknown;
  readonly errcode?: unknown;
}

/** https://www.sqlite.org/rescode.html: SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamaged({ code, errcode }: SqliteError): boolean {
  return code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || errcode === 11 || errcode === 26;
}

function prepareTables(database: Database, file: string): void {
  const read = (pragma: string) => (database.prepare(`PRAGMA ${pragma}`).get() as Record<string, number>)[pragma];
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  const application = read('application_id');
  const version = read('user_version') ?? 0;
  if (tables === 0 && application === 0 && version === 0) {
    database.exec(TABLES + KEY_CHECK);
  } else if (application !== APPLICATION_ID) {
    const reason = `${file} is the database of another program; choose another file`;
    throw new EndpointError('sqliteStore', 'foreign_database', reason);
  } else if (version > VERSION) {
    const reason = `${file} was written by a later version of @auth-object/endpoint; update it, or choose another file`;
    throw new EndpointError('sqliteStore', 'newer_store', reason);
  } else if (version < VERSION) {
    database.exec(KEY_CHECK);
  }
}
