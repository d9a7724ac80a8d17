// What every store must do, tested with memoryStore and sqliteStore; then what concerns only the file.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { memoryStore, type SealedValue, type StoredIntegration } from '../entry/index.ts';
import { sqliteStore } from '../entry/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const freshFile = () => join(folder, `${(files += 1)}.db`);

/** The SQLite that the store uses. */
function database(file: string) {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  const Database = sqlite?.DatabaseSync ?? createRequire(join(process.cwd(), 'package.json'))('better-sqlite3');
  return new Database(file);
}

const account = (accountId: string, name: string | null = null) => ({ id: accountId.padEnd(24, '0'), accountId, name });
const bytes = (...values: number[]) => new Uint8Array(values);
const integration = (slug: string, connectedAtMs: number, ...fields: string[]): StoredIntegration => ({
  slug,
  authType: 'oauth2',
  status: 'active',
  connectedAtMs,
  values: fields.map((field, index) => ({ field, sealed: bytes(index, 0, 255) })),
});

for (const [name, make] of Object.entries({ memoryStore, sqliteStore: () => sqliteStore(freshFile()) })) {
  describe(name, () => {
    test('keeps accounts apart by environment, in the order of creation', async () => {
      const store = make();
      assert.equal(await store.addAccount('test', account('b', 'B')), true);
      assert.equal(await store.addAccount('test', account('a')), true);
      assert.equal(await store.addAccount('test', { ...account('b', 'other'), id: 'x' }), false);
      assert.equal(await store.addAccount('production', account('b')), true);
      assert.deepEqual(await store.listAccounts('test'), [account('b', 'B'), account('a')]);
      assert.deepEqual(await store.getAccount('test', 'b'), account('b', 'B'));
      assert.deepEqual(await store.getAccount('production', 'b'), account('b'));
      assert.equal(await store.getAccount('production', 'a'), undefined);
      assert.equal(await store.deleteAccount('test', 'b'), true);
      assert.equal(await store.deleteAccount('test', 'b'), false);
      await store.addAccount('test', account('b'));
      assert.deepEqual(await store.listAccounts('test'), [account('a'), account('b')]);
      assert.deepEqual(await store.listAccounts('production'), [account('b')]);
    });

    test('of an account that is there, changes the name alone', async () => {
      const store = make();
      assert.deepEqual(await store.upsertAccount('test', account('a')), account('a'));
      assert.deepEqual(await store.upsertAccount('test', { ...account('a', 'A'), id: 'x' }), account('a', 'A'));
      assert.deepEqual(await store.upsertAccount('test', account('a')), account('a', 'A'));
      assert.deepEqual(await store.listAccounts('test'), [account('a', 'A')]);
    });

    test('creates and replaces integrations', async () => {
      const store = make();
      const first = integration('hubspot', 1, 'access_token', 'refresh_token');
      assert.equal(await store.putIntegration('test', 'a', first), 'no account');
      assert.equal(await store.getAccount('test', 'a'), undefined);
      assert.deepEqual(await store.listIntegrations('test', 'a'), []);
      assert.equal(await store.putIntegration('test', 'a', first, account('a')), 'created');
      assert.equal(await store.putIntegration('test', 'a', integration('slack', 2), account('a', 'other')), 'created');
      assert.deepEqual(await store.getAccount('test', 'a'), account('a'));
      assert.deepEqual(await store.listIntegrations('test', 'a'), [first, integration('slack', 2)]);
      const second = { ...integration('hubspot', 3, 'api_key'), authType: null, status: 'expired' as const };
      assert.equal(await store.putIntegration('test', 'a', second), 'updated');
      assert.deepEqual(await store.listIntegrations('test', 'a'), [
        { ...second, connectedAtMs: 1 },
        integration('slack', 2),
      ]);
      assert.deepEqual(await store.listIntegrations('production', 'a'), []);
    });

    test('removes the integrations with their account', async () => {
      const store = make();
      await store.putIntegration('test', 'a', integration('hubspot', 1, 'api_key'), account('a'));
      await store.deleteAccount('test', 'a');
      await store.addAccount('test', account('a'));
      assert.deepEqual(await store.listIntegrations('test', 'a'), []);
      await store.putIntegration('production', 'a', integration('hubspot', 1, 'api_key'), account('a'));
      await store.clear();
      assert.deepEqual([...(await store.listAccounts('test')), ...(await store.listAccounts('production'))], []);
    });

    test('keeps accounts apart that differ in case, blanks or normal form only', async () => {
      const store = make();
      const ids = [
        'a',
        'A',
        ' a',
        'a ',
        'a\u00a0',
        '\u00e9',
        'e\u0301',
        'ı',
        'i',
        'I',
        'İ',
        'ß',
        'ss',
        '1',
        '01',
        '1.0',
      ];
      for (const id of ids) {
        assert.equal(await store.addAccount('test', account(id, id)), true, id);
        await store.putIntegration('test', id, integration(id, 1, id));
      }
      for (const id of ids) {
        assert.equal((await store.getAccount('test', id))?.name, id);
        assert.deepEqual(await store.listIntegrations('test', id), [integration(id, 1, id)]);
      }
      assert.equal(await store.deleteAccount('test', 'a'), true);
      assert.equal((await store.listAccounts('test')).length, ids.length - 1);
    });

    test('rejects half a surrogate pair, wherever it is', async () => {
      const store = make();
      const half = 'a\ud800';
      await store.addAccount('test', account('a\ufffd'));
      const calls = [
        () => store.getAccount('test', half),
        () => store.addAccount('test', account(half)),
        () => store.addAccount('test', account('b', half)),
        () => store.upsertAccount('test', account(half)),
        () => store.upsertAccount('test', account('b', half)),
        () => store.deleteAccount('test', half),
        () => store.listIntegrations('test', half),
        () => store.putIntegration('test', half, integration('slack', 1), account(half)),
        () => store.putIntegration('test', 'b', integration(half, 1), account('b')),
        () => store.putIntegration('test', 'b', integration('slack', 1, half), account('b')),
      ];
      for (const call of calls) await assert.rejects(call, { name: 'TypeError', message: /well-formed/ });
      assert.deepEqual(await store.listAccounts('test'), [account('a\ufffd')]);
    });

    test('keeps the first key check that is not empty', async () => {
      const store = make();
      assert.equal(await store.getKeyCheck?.(), undefined);
      for (const check of [bytes(), bytes()]) assert.deepEqual(await store.addKeyCheck?.(check), check);
      await store.putIntegration('test', 'a', integration('hubspot', 1, 'api_key'), account('a'));
      assert.deepEqual(await store.addKeyCheck?.(bytes(3)), bytes(3), 'an empty one is replaced');
      for (const check of [bytes(4), bytes()]) assert.deepEqual(await store.addKeyCheck?.(check), bytes(3));
      assert.deepEqual(await store.getKeyCheck?.(), bytes(3));
      await store.deleteAccount('test', 'a');
      assert.deepEqual(await store.addKeyCheck?.(bytes(5)), bytes(3), 'another endpoint may be about to write');
      await store.clear();
      await store.putIntegration('test', 'a', integration('hubspot', 1, 'api_key'), account('a'));
      assert.equal(await store.addKeyCheck?.(bytes()), undefined, 'credentials that may be readable');
      assert.deepEqual(await store.addKeyCheck?.(bytes(6)), bytes(6));
      await store.clear();
      assert.equal(await store.getKeyCheck?.(), undefined);
    });

    test('takes any text and any bytes', async () => {
      const store = make();
      const odd = ['__proto__', "a'; DROP TABLE accounts; --", '', 'ä😀\u0000b', '\ufeffa', 'x'.repeat(100_000)];
      for (const accountId of odd) {
        const value = { field: accountId, sealed: crypto.getRandomValues(new Uint8Array(1000)) };
        const put = { ...integration(accountId, 2 ** 52), values: [value] };
        assert.equal(await store.putIntegration('test', accountId, put, account(accountId, accountId)), 'created');
        assert.deepEqual(await store.listIntegrations('test', accountId), [put]);
      }
      assert.deepEqual(
        (await store.listAccounts('test')).map(({ accountId }) => accountId),
        odd,
      );
    });
  });
}

/** Values of which the second cannot be stored. */
const half = [{ field: 'a', sealed: bytes(1) }, { field: null } as unknown as SealedValue];

describe('the file', () => {
  test('is what it was after closing, and for two at the same time', async () => {
    const file = freshFile();
    const store = sqliteStore(file);
    const other = sqliteStore(file);
    await store.putIntegration('test', 'a', integration('hubspot', 1, 'api_key'), account('a'));
    assert.equal(await other.putIntegration('test', 'a', integration('hubspot', 2, 'b')), 'updated');
    store.close();
    store.close();
    await assert.rejects(store.getAccount('test', 'a'), { code: 'store_closed' });
    await assert.rejects(store.clear());
    other.close();
    const again = sqliteStore(file);
    assert.deepEqual(await again.listIntegrations('test', 'a'), [integration('hubspot', 1, 'b')]);
    again.close();
  });

  test('has the settings by which nothing is lost, and is for its owner alone', () => {
    const file = freshFile();
    const store = sqliteStore(file);
    const settings = database(file).prepare('PRAGMA journal_mode').get();
    assert.deepEqual({ ...settings }, { journal_mode: 'wal' });
    if (process.platform !== 'win32') {
      for (const name of [file, `${file}-wal`]) assert.equal(statSync(name).mode & 0o777, 0o600, name);
    }
    store.close();
  });

  test('writes all or nothing', async () => {
    const store = sqliteStore(freshFile());
    const put = {
      ...integration('hubspot', 1, 'a', 'b'),
      values: half,
    };
    await assert.rejects(store.putIntegration('test', 'a', put, account('a')));
    assert.equal(await store.getAccount('test', 'a'), undefined);
    await store.addAccount('test', account('a'));
    assert.deepEqual(await store.listIntegrations('test', 'a'), []);
    store.close();
  });

  test('takes writes together, of which one may fail', async () => {
    const file = freshFile();
    const store = sqliteStore(file);
    const wrong = { ...integration('slack', 1), values: half };
    const put = (index: number) => store.putIntegration('test', 'a', integration(`app-${index}`, 1, 'a'), account('a'));
    const settled = await Promise.allSettled([
      put(0),
      put(1),
      store.putIntegration('test', 'a', wrong),
      put(0),
      put(2),
    ]);
    assert.deepEqual(
      settled.map((one) => (one.status === 'fulfilled' ? one.value : one.status)),
      ['created', 'created', 'rejected', 'updated', 'created'],
    );
    const waiting = put(3);
    store.close();
    assert.equal(await waiting, 'created');
    const again = sqliteStore(file);
    const kept = (await again.listIntegrations('test', 'a')).map(({ slug }) => slug);
    assert.deepEqual(kept, ['app-0', 'app-1', 'app-2', 'app-3']);
    again.close();
  });

  test('that cannot be a store is rejected with a code and a way out, and stays as it is', () => {
    const foreign = freshFile();
    database(foreign).exec('CREATE TABLE t (a); PRAGMA user_version = 7');
    assert.throws(() => sqliteStore(foreign), {
      code: 'foreign_database',
      message: /database of another program; choose another file\.$/,
    });
    const later = freshFile();
    sqliteStore(later).close();
    database(later).exec('PRAGMA user_version = 3');
    assert.throws(() => sqliteStore(later), {
      code: 'newer_store',
      message: /later version of @auth-object\/endpoint/,
    });
    const text = freshFile();
    writeFileSync(text, 'no database '.repeat(100));
    assert.throws(() => sqliteStore(text), {
      code: 'not_a_database',
      message: /is not an SQLite database, or is damaged\.$/,
    });
    assert.throws(() => sqliteStore(join(folder, 'nowhere', 'a.db')), { code: 'cannot_open', message: /ENOENT/ });
    assert.throws(() => sqliteStore(folder), { code: 'cannot_open', message: /EISDIR/ });
    for (const value of [undefined, '', 7] as string[]) {
      assert.throws(() => sqliteStore(value), {
        code: 'invalid_option',
        message: 'sqliteStore: the file must be a path, such as "endpoint.db".',
      });
    }
  });

  test('of version 1 gets the key check, and keeps what it has', async () => {
    const file = freshFile();
    const before = sqliteStore(file);
    await before.putIntegration('test', 'a', integration('hubspot', 1, 'api_key'), account('a', 'A'));
    before.close();
    const raw = database(file);
    raw.exec('DROP TABLE key_check; PRAGMA user_version = 1');
    raw.close();
    const store = sqliteStore(file);
    assert.deepEqual(await store.listAccounts('test'), [account('a', 'A')]);
    assert.deepEqual(await store.listIntegrations('test', 'a'), [integration('hubspot', 1, 'api_key')]);
    assert.equal(await store.getKeyCheck(), undefined);
    assert.deepEqual(await store.addKeyCheck(bytes(1)), bytes(1));
    store.close();
    const again = sqliteStore(file);
    assert.deepEqual(await again.getKeyCheck(), bytes(1));
    again.close();
  });

  test('may be empty already', async () => {
    const file = freshFile();
    writeFileSync(file, '');
    truncateSync(file);
    const store = sqliteStore(file);
    assert.deepEqual(await store.listAccounts('test'), []);
    store.close();
  });
});
