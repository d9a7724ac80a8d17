/** SQLite from where there is one: Node itself, or better-sqlite3. */

import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What both have. A row is an object of its columns; a blob is bytes. */
export interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** A statement; `?` stands for the values in their order. */
export interface Statement {
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** What a column holds; the store keeps no fractions. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Opens the file as it is made. */
export type DatabaseClass = new (file: string) => Database;

const PACKAGE = 'better-sqlite3';
/** Before it, `require` of the package's 13.0.0 and later ends the whole process with SIGSEGV. */
const FIRST_NODE_OF_13 = 22;

/**
 * The SQLite there is: `node:sqlite` (Node from 22.13 on, Bun, Deno), else better-sqlite3, which is found beside this package or
 * in the working directory.
 *
 * @throws TypeError where there is neither, or a better-sqlite3 that this Node cannot load.
 */
export function sqlite(): DatabaseClass {
  const own = process.getBuiltinModule?.('node:sqlite') as { DatabaseSync: DatabaseClass } | undefined;
  if (own !== undefined) return own.DatabaseSync;
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    const require = createRequire(from);
    const manifest = found(() => require(`${PACKAGE}/package.json`) as { version: string });
    if (manifest === undefined) continue;
    verifyVersion(manifest.version);
    return compiled(() => require(PACKAGE) as DatabaseClass);
  }
  throw new TypeError(
    `sqliteStore: this Node (${process.version}) has no node:sqlite: use Node 22.13 or later, or run "npm install ${PACKAGE}@12".`,
  );
}

function verifyVersion(version: string): void {
  if (Number.parseInt(version, 10) < 13 || Number.parseInt(process.versions.node, 10) >= FIRST_NODE_OF_13) return;
  throw new TypeError(
    `sqliteStore: ${PACKAGE} ${version} needs Node ${FIRST_NODE_OF_13}: run "npm install ${PACKAGE}@12", or use Node 22.13 or later.`,
  );
}

/** Installed is not compiled: npm may be told to run no scripts, and what was compiled for another Node cannot be loaded. */
function compiled(load: () => DatabaseClass): DatabaseClass {
  try {
    const Database = load();
    new Database(':memory:').close();
    return Database;
  } catch (cause) {
    throw new TypeError(
      `sqliteStore: ${PACKAGE} is installed, but not compiled for this Node (${process.version}): run "npm rebuild ${PACKAGE}".`,
      { cause },
    );
  }
}

/** `undefined` where the module is not installed. */
function found<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
