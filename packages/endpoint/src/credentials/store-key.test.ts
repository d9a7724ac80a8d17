// A store takes credentials of one key: another one is refused at the start, wherever the state is kept.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, onTestFinished, test } from 'vitest';
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
      /pass that key \(option "key", or AUTH_OBJECT_KEY for serve\), or use another store\.$/,
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

    test('that has credentials but no check value is verified by a credential', async () => {
      const store = make();
      // A random key leaves no check value, as earlier versions did.
      await migrate({ store });
      await refused({ store, key: TWO });
      assert.equal((await migrate({ store })).status, 200, 'without a key, as before');
      await store.clear();
      await start({ store, key: TWO });
    });

    test('takes another key after a reset', async () => {
      const store = make();
      await migrate({ store, key: ONE });
      assert.equal((await client(createEndpoint({ store, key: ONE }))('POST', '/_local/reset')).status, 200);
      if (store.getKeyCheck !== undefined) await refused({ store, key: TWO });
      await store.clear();
      await start({ store, key: TWO });
    });
  });
}

for (const make of [memoryStore, STORES.sqliteStore]) {
  test(`${make.name || 'sqliteStore'}: of two keys at the same time, one is accepted; a random key is refused`, async () => {
    const store = make();
    const started = await Promise.allSettled([start({ store, key: ONE }), start({ store, key: TWO })]);
    assert.deepEqual(started.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await refused({ store });
  });
}

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
