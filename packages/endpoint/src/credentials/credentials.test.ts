// Credentials are encrypted in the store, and never part of an answer, a log entry or an error.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'vitest';
import {
  createEndpoint,
  type EndpointOptions,
  type Environment,
  memoryStore,
  openCredentials,
  type Store,
  type StoredIntegration,
} from '../entry/index.ts';
import { API, client } from '../testing/client.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const WHERE = { key: KEY, linkedAccountId: 'account:12345', slug: 'netsuite' };
/** None of these occurs in the catalogue. */
const SECRETS = {
  account_id: 'qzjxkvw-1',
  consumer_key: 'qzjxkvw-consumer-key-2',
  consumer_secret: 'wvkxjzq"\\3',
  token_id: 'zqjkxwv-4 %',
  token_secret: "kvqzjxw-ü-!'()*~ 5",
};
const NETSUITE = { slug: 'netsuite', auth_object: { keybased: SECRETS } };

/** The content of a store as text; bytes in several encodings. */
async function contents(store: Store) {
  const parts: string[] = [];
  for (const environment of ['test', 'production'] as const) {
    for (const account of await store.listAccounts(environment)) {
      const integrations = await store.listIntegrations(environment, account.accountId);
      parts.push(inspect([account, integrations], { depth: 9 }));
      for (const { values } of integrations) {
        for (const { sealed } of values) {
          for (const encoding of ['latin1', 'utf8', 'hex', 'base64'] as const) {
            parts.push(Buffer.from(sealed).toString(encoding));
          }
        }
      }
    }
  }
  return parts.join('\n');
}

async function stored(options: EndpointOptions = {}) {
  const store = memoryStore();
  const call = client(createEndpoint({ store, key: KEY, linkedAccounts: 'any', ...options }));
  assert.equal((await call('PUT', `${API}/migrate-token`, NETSUITE)).status, 200);
  const [integration] = await store.listIntegrations('test', 'account:12345');
  return { store, call, integration };
}

test('the store contains no value, in any encoding', async () => {
  const { store, integration } = await stored();
  const text = await contents(store);
  for (const value of Object.values(SECRETS)) {
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      assert.ok(!text.includes(Buffer.from(value).toString(encoding)), encoding);
    }
    // The nonce and the tag: 12 and 16 bytes.
    assert.ok(integration.values.some(({ sealed }) => sealed.length === Buffer.byteLength(value) + 28));
  }
  assert.deepEqual(
    integration.values.map(({ field }) => field),
    Object.keys(SECRETS),
  );
});

test('the key opens them, in both shapes and every form of the key', async () => {
  const { store, call } = await stored();
  assert.deepEqual(await openCredentials({ store, ...WHERE }), SECRETS);
  await call('PUT', `${API}/migrate-token`, { slug: 'netsuite', auth_object: SECRETS });
  assert.deepEqual(await openCredentials({ store, ...WHERE }), SECRETS);
  const bytes = new Uint8Array(Buffer.from(KEY, 'base64'));
  const usages = ['encrypt', 'decrypt'] as const;
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [...usages]);
  for (const one of [bytes, key]) assert.deepEqual(await openCredentials({ store, ...WHERE, key: one }), SECRETS);
  const { store: other } = await stored({ key });
  assert.deepEqual(await openCredentials({ store: other, ...WHERE }), SECRETS);
  assert.equal(await openCredentials({ store, ...WHERE, slug: 'slack' }), undefined);
  const encryptOnly = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
  await assert.rejects(openCredentials({ store, ...WHERE, key: encryptOnly }), TypeError);
});

test('two endpoints without a key have different ones; two first requests share one', async () => {
  const store = memoryStore();
  const call = client(createEndpoint({ store, linkedAccounts: 'any' }));
  const copper = { slug: 'copper', auth_object: { api_token: 'fake', email: 'a@example.com' } };
  const answers = await Promise.all([NETSUITE, copper].map((body) => call('PUT', `${API}/migrate-token`, body)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  await assert.rejects(openCredentials({ store, ...WHERE }), /cannot be decrypted/);
});

test('a fresh nonce each time', async () => {
  const { store, call } = await stored();
  const nonces = new Set();
  for (let round = 0; round < 20; round++) {
    await call('PUT', `${API}/migrate-token`, NETSUITE);
    const [{ values }] = await store.listIntegrations('test', 'account:12345');
    for (const { sealed } of values) nonces.add(Buffer.from(sealed.subarray(0, 12)).toString('hex'));
  }
  assert.equal(nonces.size, 20 * 5);
});

test('a value opens in its own place only, and unchanged only', async () => {
  const { integration } = await stored();
  const put = async (
    change: (kept: StoredIntegration) => StoredIntegration,
    environment: Environment = 'test',
    accountId = 'account:12345',
  ) => {
    const store = memoryStore();
    await store.putIntegration(environment, accountId, change(structuredClone(integration)), {
      ...{ id: '0', accountId, name: null },
    });
    return store;
  };
  const same = (kept: StoredIntegration) => kept;
  const open = (store: Store, more?: Partial<Parameters<typeof openCredentials>[0]>) =>
    openCredentials({ store, ...WHERE, ...more });
  assert.deepEqual(await open(await put(same)), SECRETS);
  await assert.rejects(open(await put(same, 'production'), { environment: 'production' }), /cannot be decrypted/);
  await assert.rejects(open(await put(same, 'test', 'b'), { linkedAccountId: 'b' }), /cannot be decrypted/);
  await assert.rejects(
    open(await put((kept) => ({ ...kept, slug: 'slack' })), { slug: 'slack' }),
    /cannot be decrypted/,
  );
  const swapped = ({ values: [first, second, ...rest], ...kept }: StoredIntegration) => ({
    ...kept,
    values: [{ ...first, sealed: second.sealed }, { ...second, sealed: first.sealed }, ...rest],
  });
  await assert.rejects(open(await put(swapped)), /cannot be decrypted/);
  const { length } = integration.values[0].sealed;
  for (const at of [0, 11, 12, length - 1]) {
    const flipped = (kept: StoredIntegration) => {
      kept.values[0].sealed[at] ^= 1;
      return kept;
    };
    await assert.rejects(open(await put(flipped)), /cannot be decrypted/, `byte ${at}`);
  }
});

test("secrets in a verifier's reason are redacted", async () => {
  const throwing = (words: string): EndpointOptions => ({
    verify: (_, __, { account_id: id, ...secrets }) => {
      throw new Error(
        `${words} ${id} ${Object.values(secrets)
          .map((one) => `${one} ${JSON.stringify(one)} ${encodeURIComponent(one)} ${new URLSearchParams({ one })}`)
          .join(' ')}`,
      );
    },
  });
  const call = client(createEndpoint({ linkedAccounts: 'any', ...throwing('getaddrinfo ENOTFOUND') }));
  const { status, text } = await call('PUT', `${API}/migrate-token`, NETSUITE);
  assert.equal(status, 500);
  assert.ok(text.includes('Failed to verify credentials: getaddrinfo ENOTFOUND qzjxkvw-1 [redacted]'));
  for (const [field, value] of Object.entries(SECRETS)) {
    if (field === 'account_id' || field === 'token_id') continue;
    for (const form of [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]) {
      assert.ok(!text.includes(form), field);
    }
  }
});

test('a verifier gets the fields, and may throw anything', async () => {
  const seen: unknown[][] = [];
  let thrown: unknown;
  const verify = (...all: unknown[]) => {
    seen.push(all);
    throw thrown;
  };
  const call = client(createEndpoint({ linkedAccounts: 'any', verify }));
  const hostile = {
    toString(): string {
      throw new Error('fake');
    },
  };
  for (const [one, words] of [
    ['fake reason', 'fake reason'],
    [undefined, 'undefined'],
    [hostile, 'unknown reason'],
  ]) {
    thrown = one;
    const { body } = await call('PUT', `${API}/migrate-token`, NETSUITE);
    assert.equal(body.message, `Failed to verify credentials: ${words}`);
  }
  assert.deepEqual(seen[0], ['netsuite', 'keybased', SECRETS]);
});

test('no answer, log entry or error contains a secret', async () => {
  const lines: string[] = [];
  const call = client(
    createEndpoint({
      linkedAccounts: 'any',
      apiKeys: ['tk_kvwzqjx'],
      log: (entry) => lines.push(JSON.stringify(entry)),
    }),
  );
  const said: string[] = [];
  const headers = { 'x-api-key': 'tk_kvwzqjx' };
  const bodies = [
    NETSUITE,
    { ...NETSUITE, auth_object: { keybased: { ...SECRETS, token_id: 7 } } },
    { ...NETSUITE, auth_object: { keybased: { ...SECRETS, other: 'jxqzkwv' } } },
    { ...NETSUITE, auth_object: SECRETS },
    JSON.stringify(NETSUITE).slice(0, -3),
  ];
  for (const body of bodies) {
    for (const [method, path] of [
      ['PUT', '/migrate-token'],
      ['POST', '/migrate-token'],
      ['PUT', '/nothing'],
      ['PUT', '/linked-account/integration/save-key-credentials/netsuite'],
    ]) {
      said.push((await call(method, API + path, body, headers)).text);
      said.push((await call(method, API + path, body)).text);
    }
  }
  for (const path of ['/linked-account', '/linked-account/account:12345', '/application/netsuite']) {
    const { status, text } = await call('GET', API + path, undefined, headers);
    assert.equal(status, 200);
    said.push(text);
  }
  const all = [...said, ...lines].join('\n');
  assert.ok(lines.length > 40);
  for (const piece of [...Object.values(SECRETS), 'jxqzkwv', 'kvwzqjx']) assert.ok(!all.includes(piece), piece);
});
