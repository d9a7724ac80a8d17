// The state to start with: what it makes, and how a faulty one is told.
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { createEndpoint, memoryStore, openCredentials } from './entry/index.ts';

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
function changed(change) {
  const copy = structuredClone(seed);
  change(copy.environments.test.linked_accounts, copy);
  return copy;
}

function refusal(faulty, options = {}) {
  try {
    createEndpoint({ seed: faulty, ...options });
  } catch (error) {
    assert.ok(error instanceof TypeError, String(error));
    assert.ok(!error.message.includes('sentinel'), error.message);
    return error.message;
  }
  return undefined;
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

  test('that is faulty is told with its place and no value', () => {
    const place = 'auth-object: seed.environments.test.linked_accounts';
    const cases = [
      [
        changed((accounts) => delete accounts[0].account_id),
        `${place}[0].account_id must be a text that is not blank.`,
      ],
      [
        changed((accounts) => (accounts[1].account_id = ' ')),
        `${place}[1].account_id must be a text that is not blank.`,
      ],
      [changed((accounts) => (accounts[1].account_id = 'account:1')), `${place}[1].account_id stands there already.`],
      [changed((accounts) => (accounts[0].name = 7)), `${place}[0].name must be a text or null.`],
      [
        changed((accounts) => (accounts[0].colour = SECRET)),
        `${place}[0] has an unknown key; known are account_id, name, integrations.`,
      ],
      [changed((accounts) => (accounts[0].integrations = {})), `${place}[0].integrations must be an array.`],
      [changed((accounts) => (accounts[0].integrations[1].slug = 'hubspot')), /integrations\[1\]\.auth_object/],
      [
        changed(([{ integrations }]) => integrations.push(integrations[0])),
        `${place}[0].integrations[2].slug stands there already.`,
      ],
      [
        changed(([{ integrations }]) => (integrations[0].auth_object.oauth2.access_token = 7)),
        `${place}[0].integrations[0].auth_object.oauth2.access_token: The Access Token must be a string, but it is a number. Put it in quotes.`,
      ],
      [
        changed(([{ integrations }]) => (integrations[0].slug = 'nope')),
        /integrations\[0\]\.slug: There is no app "nope" in the catalogue/,
      ],
      [changed(([{ integrations }]) => (integrations[0] = null)), `${place}[0].integrations[0] must be an object.`],
      [
        changed((_, copy) => (copy.environments.prod = {})),
        /seed\.environments has an unknown key; known are test, production/,
      ],
      [changed((_, copy) => delete copy.environments.test.linked_accounts), `${place} must be an array.`],
      [{}, 'auth-object: seed.environments must be an object.'],
      [[], /seed/],
    ];
    for (const [faulty, expected] of cases) {
      const told = refusal(faulty);
      if (typeof expected === 'string') assert.equal(told, expected);
      else assert.match(told, expected);
    }
    assert.equal(refusal(seed), undefined);
    assert.equal(refusal({ environments: {} }), undefined);
  });

  test('is judged as the endpoint judges', () => {
    const unknown = changed(([{ integrations }]) => (integrations[0].slug = 'nope'));
    assert.equal(refusal(unknown, { trust: 'documented' }), undefined);
    assert.match(refusal(seed, { shape: 'typed' }), /integrations\[1\]\.auth_object/);
  });
});
