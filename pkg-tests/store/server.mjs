// A server with its state in a file, to be killed. Before it starts it prints, as one line of JSON, what it found in the
// file: `node server.mjs FOLDER FILE PREFIX`, the folder of the installed package, the file, the accounts to print.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file, prefix] = process.argv.slice(2);
const load = (entry) => import(pathToFileURL(join(folder, 'dist', entry)));
const { openCredentials } = await load('endpoint.js');
const { sqliteStore, startEndpoint } = await load('node.js');

/** Obviously not a real one: the same in every life of the server. */
const key = new Uint8Array(32).fill(7);

function integrity() {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  const Database = sqlite?.DatabaseSync ?? createRequire(join(process.cwd(), 'package.json'))('better-sqlite3');
  const database = new Database(file);
  const [row] = database.prepare('PRAGMA integrity_check').all();
  database.close();
  return { integrity: row.integrity_check, driver: sqlite === undefined ? 'better-sqlite3' : 'node:sqlite' };
}

/** Every integration of these accounts, with its credentials in plain text. */
async function kept(store) {
  const found = {};
  for (const { accountId } of await store.listAccounts('test')) {
    if (!accountId.startsWith(prefix)) continue;
    found[accountId] = {};
    for (const { slug } of await store.listIntegrations('test', accountId)) {
      found[accountId][slug] = await openCredentials({ store, key, linkedAccountId: accountId, slug });
    }
  }
  return found;
}

const store = sqliteStore(file);
const found = { ...integrity(), kept: await kept(store) };
const { url } = await startEndpoint({ store, key, linkedAccounts: 'any' });
console.log(JSON.stringify({ url, ...found }));
