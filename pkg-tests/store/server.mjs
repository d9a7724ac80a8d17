// A server with a store in a file, which the test kills: `node server.mjs FILE PREFIX`. It prints one line of JSON: its
// URL, and what the file contained before, of the accounts whose ids start with the prefix.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openCredentials } from '@auth-object/endpoint';
import { sqliteStore, startEndpoint } from '@auth-object/endpoint/node';

const [file, prefix] = process.argv.slice(2);

/** The same key after each kill. */
const key = new Uint8Array(32).fill(7);

function integrity() {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  const Database = sqlite?.DatabaseSync ?? createRequire(join(process.cwd(), 'package.json'))('better-sqlite3');
  const database = new Database(file);
  const [row] = database.prepare('PRAGMA integrity_check').all();
  database.close();
  return { integrity: row.integrity_check, driver: sqlite === undefined ? 'better-sqlite3' : 'node:sqlite' };
}

/** All integrations of these accounts, with their decrypted credentials. */
async function contents(store) {
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
const found = { ...integrity(), kept: await contents(store) };
const { url } = await startEndpoint({ store, key, linkedAccounts: 'any' });
console.log(JSON.stringify({ url, ...found }));
