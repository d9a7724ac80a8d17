// A store takes credentials of one key: another one is refused at the start, wherever the state is kept.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, onTestFinished, test, vi } from 'vitest';
import { createEndpoint, type EndpointOptions, memoryStore, openCredentials, type Store } from '../entry/index.ts';
import { sqliteStore, startEndpoint } from '../entry/node.ts';
import { API, client } from '../testing/client.ts';

const [ONE, TWO] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
const SLACK = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const WHERE = { linkedAccountId: 'account:12345', slug: 'slack' };

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A store of somebody else, without the methods for the key check. */
function customStore(): Store {
  const { getKeyCheck: _, addKeyCheck: __, ...rest } = memoryStore();
  return rest;
}

/** A file as an earlier version left it. */
async function withoutKeyCheck(file: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file);
  database.exec('DELETE FROM key_check');
  database.close();
}

async function start(options: EndpointOptions) {
  const endpoint = await startEndpoint({ linkedAccounts: 'any', ...options });
  onTestFinished(() => endpoint.close());
  return endpoint;
}

const migrate = (options: EndpointOptions) =>
  client(createEndpoint({ linkedAccounts: 'any', ...options }))('PUT', `${API}/migrate-token`, SLACK);

/** Starts with this key, and expects the error. */
async function refused(options: EndpointOptions) {
  await assert.rejects(start(options), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'wrong_key');
    assert.match(
      error.message,
      /pass that key \(option "key", or AUTH_OBJECT_KEY for serve\), use another store, or delete the file of this one to start again without them\.$/,
    );
    for (const key of [ONE, TWO]) assert.ok(!inspect(error, { depth: 9 }).includes(key.slice(0, 6)));
    return true;
  });
}

const STORES = {
  memoryStore,
  sqliteStore: () => {
    const store = sqliteStore(join(folder, `${(files += 1)}.db`));
    onTestFinished(() => store.close());
    return store;
  },
  'a store without a key check': customStore,
};

for (const [name, make] of Object.entries(STORES)) {
  describe(name, () => {
    test('opens with its key, in every form, and with no other', async () => {
      const store = make();
      assert.equal((await migrate({ store, key: ONE })).status, 200);
      const bytes = new Uint8Array(32).fill(1);
      const cryptoKey = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
      for (const key of [ONE, bytes, cryptoKey]) {
        const { url } = await start({ store, key });
        assert.equal((await fetch(`${url}/_local/health`)).status, 200);
      }
      await refused({ store, key: TWO });
      assert.deepEqual(await openCredentials({ store, key: ONE, ...WHERE }), SLACK.auth_object);
    });

    test('a handler with another key answers with a 500, and changes nothing', async () => {
      const store = make();
      await migrate({ store, key: ONE });
      const errors: { code?: string }[] = [];
      const onError = (error: unknown) => void errors.push(error as { code?: string });
      const call = client(createEndpoint({ store, key: TWO, linkedAccounts: 'any', onError }));
      for (const [method, path] of [
        ['PUT', `${API}/migrate-token`],
        ['POST', '/_local/reset'],
      ]) {
        assert.equal((await call(method ?? '', path ?? '', SLACK)).status, 500);
      }
      assert.deepEqual(
        errors.map(({ code }) => code),
        ['wrong_key', 'wrong_key'],
      );
      assert.deepEqual(await openCredentials({ store, key: ONE, ...WHERE }), SLACK.auth_object);
    });

    test('with credentials of random keys takes any key, and then no other', async () => {
      const store = make();
      for (const _ of [1, 2]) assert.equal((await migrate({ store })).status, 200);
      // Without a key check, these credentials may be readable.
      if (store.getKeyCheck === undefined) return refused({ store, key: TWO });
      assert.equal((await migrate({ store, key: TWO })).status, 200);
      assert.deepEqual(await openCredentials({ store, key: TWO, ...WHERE }), SLACK.auth_object);
      await refused({ store, key: ONE });
      await refused({ store });
    });

    test('without credentials has the first key that was given', async () => {
      const store = make();
      await start({ store });
      await start({ store, key: ONE });
      if (store.getKeyCheck !== undefined) await refused({ store, key: TWO });
      assert.equal((await migrate({ store, key: ONE })).status, 200);
      await refused({ store, key: TWO });
    });
  });
}

for (const make of [memoryStore, STORES.sqliteStore]) {
  test(`${make.name || 'sqliteStore'}: has one key, whoever writes first`, async () => {
    const store = make();
    const onError = () => {};
    const verify = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
    const calls = [ONE, TWO].map((key) =>
      client(createEndpoint({ store, key, verify, onError, linkedAccounts: 'any' })),
    );
    const answers = await Promise.all(calls.map((call) => call('PUT', `${API}/migrate-token`, SLACK)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 500]);
    const key = answers[0]?.status === 200 ? ONE : TWO;
    assert.deepEqual(await openCredentials({ store, key, ...WHERE }), SLACK.auth_object);
  });
}

test('a file of an earlier version is opened by the key that decrypts any of its credentials', async () => {
  const file = join(folder, 'earlier.db');
  const store = sqliteStore(file);
  onTestFinished(() => store.close());
  const call = client(createEndpoint({ store, key: ONE, linkedAccounts: 'any' }));
  await call('PUT', `${API}/migrate-token`, SLACK);
  await call('PUT', `${API}/migrate-token`, { slug: 'hubspot', auth_object: { access_token: 'fake-access-token' } });
  await withoutKeyCheck(file);
  // Replaces the first one by one of a random key.
  assert.equal((await migrate({ store })).status, 200);
  await refused({ store, key: TWO });
  await start({ store, key: ONE });
  await refused({ store });
});

test('a handler without onError prints a wrong key once', async () => {
  const store = memoryStore();
  await migrate({ store, key: ONE });
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  const call = client(createEndpoint({ store, key: TWO }));
  for (const _ of [1, 2]) assert.equal((await call('PUT', `${API}/migrate-token`, SLACK)).status, 500);
  const failing = client(createEndpoint({ store: { ...store, getKeyCheck: () => Promise.reject(new Error('fake')) } }));
  assert.equal((await failing('PUT', `${API}/migrate-token`, SLACK)).status, 500);
  assert.equal(printed.mock.calls.length, 1);
  assert.match(String(printed.mock.calls[0]), /^createEndpoint: the store has another key; /);
});

test('a failing store is asked again', async () => {
  const memory = memoryStore();
  let fails = true;
  const getKeyCheck = async () => {
    if (fails) throw new Error('fake-detail');
    return memory.getKeyCheck?.();
  };
  const call = client(createEndpoint({ store: { ...memory, getKeyCheck }, key: ONE, linkedAccounts: 'any' }));
  assert.equal((await call('PUT', `${API}/migrate-token`, SLACK)).status, 500);
  fails = false;
  assert.equal((await call('PUT', `${API}/migrate-token`, SLACK)).status, 200);
});
