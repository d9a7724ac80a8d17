/** Finds an SQLite: that of the runtime, or better-sqlite3. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EndpointError } from '../errors.ts';

/** What both have in common. A row is an object with a property for each column; a blob is a Uint8Array. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** A prepared statement. Each `?` in it takes one of the values, in order. */
export interface Statement {
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** The value of a column. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Its constructor opens the file. */
export type DatabaseClass = new (file: string) => Database;

const PACKAGE = 'better-sqlite3';
/** In an older Node, `require` of better-sqlite3 13.0.0 or later ends the whole process with SIGSEGV. */
const FIRST_NODE_OF_13 = 22;

/**
 * Returns `node:sqlite` (Node 22.13 or later, Bun, Deno) if the runtime has it. Otherwise better-sqlite3, installed for
 * this package or for the project in the working directory.
 *
 * @throws EndpointError if there is neither, or this Node cannot load the installed better-sqlite3.
 */
export function sqlite(): DatabaseClass {
  const builtin = process.getBuiltinModule?.('node:sqlite') as { DatabaseSync: DatabaseClass } | undefined;
  if (builtin !== undefined) return builtin.DatabaseSync;
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    const require = createRequire(from);
    const manifest = ifInstalled(() => require(`${PACKAGE}/package.json`) as { version: string });
    if (manifest === undefined) continue;
    checkVersion(manifest.version);
    return compiled(() => require(PACKAGE) as DatabaseClass);
  }
  throw new EndpointError(
    'sqliteStore',
    'no_sqlite',
    `this Node (${process.version}) has no node:sqlite: use Node 22.13 or later, or run "npm install ${PACKAGE}@12"`,
  );
}

function checkVersion(version: string): void {
  if (Number.parseInt(version, 10) < 13 || Number.parseInt(process.versions.node, 10) >= FIRST_NODE_OF_13) return;
  throw new EndpointError(
    'sqliteStore',
    'sqlite_version',
    `${PACKAGE} ${version} needs Node ${FIRST_NODE_OF_13}: run "npm install ${PACKAGE}@12", or use Node 22.13 or later`,
  );
}

/** The package may be installed without its binary (`npm install --ignore-scripts`), or with that of another Node. */
function compiled(load: () => DatabaseClass): DatabaseClass {
  try {
    const Database = load();
    new Database(':memory:').close();
    return Database;
  } catch (cause) {
    throw new EndpointError(
      'sqliteStore',
      'sqlite_not_compiled',
      `${PACKAGE} is installed, but not compiled for this Node (${process.version}): run "npm rebuild ${PACKAGE}"`,
      { cause },
    );
  }
}

/** `undefined` if the module is not installed. */
function ifInstalled<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
