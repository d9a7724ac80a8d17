// The state to start with: what it makes, and the error for an invalid one.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, test } from 'vitest';
import {
  createEndpoint,
  type EndpointOptions,
  memoryStore,
  OptionError,
  openCredentials,
  type Seed,
} from '../entry/index.ts';

const SECRET = 'fake-sentinel-token';
const key = new Uint8Array(32).fill(7);
const netsuite = {
  ...{ account_id: '1234567', consumer_key: SECRET, consumer_secret: SECRET, token_id: SECRET, token_secret: SECRET },
};

const seed = {
  environments: {
    test: {
      linked_accounts: [
        {
          account_id: 'account:1',
          name: 'Acme',
          integrations: [
            { slug: 'hubspot', auth_object: { oauth2: { access_token: SECRET } } },
            { slug: 'netsuite', auth_object: netsuite },
          ],
        },
        { account_id: 'account:2' },
      ],
    },
    production: { linked_accounts: [{ account_id: 'account:1', name: null }] },
  },
};

/** A copy with one place changed. */
// biome-ignore lint/suspicious/noExplicitAny: the copies become invalid
function changed(change: (accounts: any, copy: any) => unknown): unknown {
  const copy = structuredClone(seed);
  change(copy.environments.test.linked_accounts, copy);
  return copy;
}

/** The reason that a seed is rejected for; `accepted` if it is not. */
function reasonFor(invalid: unknown, options: EndpointOptions = {}): string {
  try {
    createEndpoint({ seed: invalid as Seed, ...options });
  } catch (error) {
    assert.ok(error instanceof OptionError, String(error));
    assert.ok(!inspect(error, { depth: 9 }).includes('sentinel'), error.message);
    assert.ok(error.option.startsWith('seed'));
    return error.reason;
  }
  return 'accepted';
}

describe('a seed', () => {
  test('is there before the first request, encrypted, and again after a reset', async () => {
    const store = memoryStore();
    const handle = createEndpoint({ seed, store, key });
    const get = (path) =>
      handle(new Request(`http://localhost/api/v2/public/${path}`, { headers: { 'x-api-key': 'tk-fake' } }));
    for (const again of [false, true]) {
      if (again) await handle(new Request('http://localhost/_local/reset', { method: 'POST' }));
      const account = await (await get('linked-account/account:1')).json();
      assert.deepEqual(
        [account.name, account.integrations.map(({ slug, auth_type }) => [slug, auth_type])],
        [
          'Acme',
          [
            ['hubspot', 'oauth2'],
            ['netsuite', 'keybased'],
          ],
        ],
      );
      const opened = await openCredentials({ store, key, linkedAccountId: 'account:1', slug: 'netsuite' });
      assert.deepEqual(opened, netsuite);
      assert.equal((await store.listAccounts('production')).length, 1);
      for (const { values } of await store.listIntegrations('test', 'account:1')) {
        for (const { sealed } of values) assert.ok(!Buffer.from(sealed).includes('sentinel'));
      }
    }
  });

  test('makes rule 7 and "updated" real', async () => {
    const handle = createEndpoint({ seed });
    const put = async (account, apiKey) => {
      const answer = await handle(
        new Request('http://localhost/api/v2/public/migrate-token', {
          method: 'PUT',
          headers: { 'x-api-key': apiKey, linked_account_id: account },
          body: JSON.stringify({ slug: 'hubspot', auth_object: { access_token: SECRET } }),
        }),
      );
      return (await answer.json()).message;
    };
    assert.equal(await put('account:1', 'tk-fake'), 'Integration - hubspot updated');
    assert.equal(await put('account:2', 'tk-fake'), 'Integration - hubspot created');
    assert.match(await put('account:2', 'pk-fake'), /does not exist in production environment/);
  });

  test('leaves in a store what it has already', async () => {
    const store = memoryStore();
    const options = { seed, store, key };
    const health = (handle) => handle(new Request('http://localhost/api/v2/public/auth-structure/hubspot'));
    await health(createEndpoint(options));
    const [before] = await store.listIntegrations('test', 'account:1');
    await health(createEndpoint(options));
    assert.deepEqual((await store.listIntegrations('test', 'account:1'))[0], before);
  });

  test('that is invalid is rejected with its path and no value', () => {
    const environment = 'the option "seed.environments.test';
    const accounts = `${environment}.linked_accounts`;
    const cases: [unknown, string | RegExp][] = [
      [changed((accounts) => delete accounts[0].account_id), `${accounts}[0].account_id" must be set`],
      [
        changed((accounts) => (accounts[1].account_id = ' ')),
        `${accounts}[1].account_id" must be a string that is not blank`,
      ],
      [
        changed((accounts) => (accounts[1].account_id = 'account:1')),
        `${accounts}[1]" has the same account_id as an earlier account`,
      ],
      [changed((accounts) => (accounts[0].name = 7)), `${accounts}[0].name" must be a string or null`],
      [
        changed((accounts) => (accounts[0].colour = SECRET)),
        `${accounts}[0]" has an unknown key; the keys are account_id, name, integrations`,
      ],
      [changed((accounts) => (accounts[0].integrations = {})), `${accounts}[0].integrations" must be an array`],
      [changed((accounts) => (accounts[0].integrations[1].slug = 'copper')), /integrations\[1\]\.auth_object/],
      [
        changed(([{ integrations }]) => integrations.push(integrations[0])),
        `${accounts}[0].integrations[2]" has the same slug as an earlier integration`,
      ],
      [
        changed(([{ integrations }]) => (integrations[0].auth_object.oauth2.access_token = 7)),
        `${accounts}[0].integrations[0].auth_object.oauth2.access_token": The Access Token must be a string, but it is a number. Put it in quotes`,
      ],
      [
        changed(([{ integrations }]) => (integrations[0].slug = 'nope')),
        /integrations\[0\]\.slug": There is no app "nope" in the catalogue/,
      ],
      [
        changed(([{ integrations }]) => (integrations[0] = null)),
        `${accounts}[0].integrations[0]" must be an object such as { slug, auth_object }`,
      ],
      [
        changed((_, copy) => (copy.environments.prod = {})),
        /seed\.environments" has an unknown key; the keys are test, production/,
      ],
      [changed((_, copy) => delete copy.environments.test.linked_accounts), `${accounts}" must be set`],
      [{}, 'the option "seed.environments" must be set'],
      [[], /seed/],
    ];
    for (const [invalid, expected] of cases) {
      const reason = reasonFor(invalid);
      if (typeof expected === 'string') assert.equal(reason, expected);
      else assert.match(reason, expected);
    }
    assert.equal(reasonFor(seed), 'accepted');
    assert.equal(reasonFor({ environments: {} }), 'accepted');
  });

  test('is checked with the options of the endpoint', () => {
    const unknown = changed(([{ integrations }]) => (integrations[0].slug = 'nope'));
    assert.equal(reasonFor(unknown, { trust: 'documented' }), 'accepted');
    assert.match(reasonFor(seed, { shape: 'typed' }), /integrations\[1\]\.auth_object/);
  });
});
