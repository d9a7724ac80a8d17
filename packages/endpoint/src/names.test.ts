// Names from requests: they never reach a prototype, and they are exact.
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { createEndpoint, memoryStore, openCredentials } from './entry/index.ts';
import { sqliteStore } from './entry/node.ts';
import { API, client } from './testing/client.ts';

const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const ACCOUNTS = `${API}/linked-account`;
const SLACK = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const KEY = new Uint8Array(32);

for (const [place, make] of Object.entries({ memory: memoryStore, 'an SQLite file': () => sqliteStore(':memory:') })) {
  describe(`with the state in ${place}`, () => {
    test('names of prototypes are names as any others', async () => {
      const before = Object.getOwnPropertyNames(Object.prototype).sort();
      const store = make();
      const options = { store, key: KEY, linkedAccounts: 'any', trust: 'documented', org: 'ORG' } as const;
      const seen: unknown[] = [];
      const verify = (_: string, __: string, credentials: object) => void seen.push(credentials);
      const call = client(createEndpoint({ ...options, customApps: ['constructor'], verify }));
      for (const name of HOSTILE) {
        assert.equal((await call('GET', `${ACCOUNTS}/${name}`)).status, 404, name);
        const structure = await call('GET', `${API}/auth-structure/${name}`);
        assert.equal(structure.text.includes('function'), false);
        assert.equal(structure.status, name === 'constructor' ? 200 : 500);
        assert.equal((await call('GET', `${API}/application/${name}`)).status, name === 'constructor' ? 200 : 404);
        const headers = { linked_account_id: name };
        assert.equal(
          (await call('PUT', `${API}/migrate-token`, SLACK, headers)).body.message,
          'Integration - slack created',
        );
        assert.equal((await call('GET', `${ACCOUNTS}/${name}`)).body.account_id, name);
        // Built as text: `__proto__` in an object literal is no key.
        for (const text of [
          `{"slug":"${name}","auth_object":{"${name}":{"${name}":"fake-value"}}}`,
          `{"slug":"slack","auth_object":{"${name}":{"${name}":"fake-value"}}}`,
          `{"slug":"slack","auth_object":{"${name}":"fake-value"}}`,
          `{"${name}":{"slug":"slack","auth_object":{"bot_token":"fake"}}}`,
        ]) {
          const { status } = await call('PUT', `${API}/migrate-token`, text, headers);
          assert.ok([200, 400, 500].includes(status), text);
        }
        const save = `${ACCOUNTS}/integration/save-key-credentials/${name}`;
        assert.ok([200, 500].includes((await call('PUT', save, `{"${name}":"fake-value"}`, headers)).status));
      }
      const inherited = await call('POST', ACCOUNTS, '{"__proto__":{"account_id":"inherited"}}');
      assert.equal(inherited.status, 400);
      assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
      for (const credentials of seen) assert.equal(Object.getPrototypeOf(credentials), Object.prototype);
      assert.equal((await call('GET', ACCOUNTS)).body.length, HOSTILE.length);
    });

    test('fields of such names are stored, given to the verifier and opened', async () => {
      const store = make();
      let seen: Readonly<Record<string, string>> = {};
      const verify = (_: string, __: string, credentials: Readonly<Record<string, string>>) => {
        seen = credentials;
        throw new Error(`unknown ${Object.keys(credentials).join()}`);
      };
      const values = `{${HOSTILE.map((name) => `"${name}":"fake-${name}"`).join()}}`;
      const text = `{"slug":"stripe","auth_object":{"keybased":${values}}}`;
      // The schema of the app is unconfirmed, so any field is accepted.
      const options = { store, key: KEY, linkedAccounts: 'any', trust: 'documented' } as const;
      const rejecting = client(createEndpoint({ ...options, verify }));
      const { body } = await rejecting('PUT', `${API}/migrate-token`, text);
      assert.equal(body.message, `Failed to verify credentials: unknown ${HOSTILE.join()}`);
      assert.deepEqual(Object.keys(seen), HOSTILE);
      const call = client(createEndpoint(options));
      assert.equal((await call('PUT', `${API}/migrate-token`, text)).status, 200);
      const opened = await openCredentials({ store, key: KEY, linkedAccountId: 'account:12345', slug: 'stripe' });
      assert.deepEqual(
        Object.entries(opened ?? {}),
        HOSTILE.map((name) => [name, `fake-${name}`]),
      );
      assert.equal(await openCredentials({ store, key: KEY, linkedAccountId: '__proto__', slug: 'slack' }), undefined);
    });

    test('accounts are exact; outer blanks of the header are not part of it', async () => {
      const store = make();
      const call = client(createEndpoint({ store }));
      for (const id of ['Acme', 'acme', 'acme\u00a0']) {
        assert.equal((await call('POST', ACCOUNTS, { account_id: id, name: id })).status, 200);
      }
      const slack = (id: string) => call('PUT', `${API}/migrate-token`, SLACK, { linked_account_id: id });
      for (const id of ['Acme', 'acme', ' acme', 'acme \t', 'acme\u00a0'])
        assert.equal((await slack(id)).status, 200, id);
      for (const id of ['ACME', 'ac me', '\u00a0acme']) assert.equal((await slack(id)).status, 400, id);
      assert.equal((await call('GET', `${ACCOUNTS}/acme`)).body.name, 'acme');
      assert.equal((await call('GET', `${ACCOUNTS}/ACME`)).status, 404);
      assert.equal((await call('GET', `${ACCOUNTS}/acme%20`)).status, 404);
      assert.equal((await call('DELETE', `${ACCOUNTS}/Acme`)).status, 200);
      assert.equal((await call('GET', ACCOUNTS)).body.length, 2);
    });

    test('half a surrogate pair is rejected in accounts, and is U+FFFD in credentials, as for the library', async () => {
      const store = make();
      const call = client(createEndpoint({ store, key: KEY, linkedAccounts: 'any' }));
      for (const text of [
        '{"account_id":"a\\ud800"}',
        '{"account_id":"a","name":"\\udc00"}',
        '{"linked_account_id":"\\ud83d"}',
      ]) {
        for (const method of ['POST', 'PUT']) {
          const { status, body } = await call(method, ACCOUNTS, text);
          assert.deepEqual([status, body.message], [400, 'Request body must be a valid JSON object'], text);
        }
      }
      assert.equal((await call('POST', ACCOUNTS, '{"account_id":"\\ud83d\\ude00"}')).status, 200, 'a whole pair');
      const text = '{"slug":"slack","auth_object":{"bot_token":"fake-\\ud800"}}';
      assert.equal((await call('PUT', `${API}/migrate-token`, text)).status, 200);
      const opened = await openCredentials({ store, key: KEY, linkedAccountId: 'account:12345', slug: 'slack' });
      assert.deepEqual(opened, { bot_token: 'fake-\ufffd' });
    });
  });
}
