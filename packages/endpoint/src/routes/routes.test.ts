// The answers of all routes except migrate-token: their documented texts, and what all routes have in common.
import assert from 'node:assert/strict';
import { apps, authStructure, checkRequest, inputFields } from 'auth-object';
import { describe, test } from 'vitest';
import { createEndpoint, type EndpointOptions, type SeedIntegration } from '../entry/index.ts';
import { API, client } from '../testing/client.ts';

const MIGRATE = `${API}/migrate-token`;
const ACCOUNTS = `${API}/linked-account`;
const FLAT = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const fixed = { requestId: () => 'fake-id' };

describe('linked accounts', () => {
  test('created as documented, under either name of the id', async () => {
    const call = client(createEndpoint(fixed));
    const { status, text, body } = await call('POST', ACCOUNTS, { account_id: 'user_12345', name: 'Acme Inc.' });
    assert.equal(status, 200);
    assert.match(body._id, /^[0-9a-f]{24}$/);
    const documented = { account_id: 'user_12345', name: 'Acme Inc.', environment: 'test', integrations: null };
    assert.equal(text, JSON.stringify({ _id: body._id, ...documented }));
    assert.equal((await call('GET', `${ACCOUNTS}/user_12345`)).text, text);
    assert.equal((await call('POST', ACCOUNTS, { linked_account_id: 'a b/ü@example.com' })).status, 200);
    assert.equal((await call('GET', `${ACCOUNTS}/${encodeURIComponent('a b/ü@example.com')}`)).status, 200);
    assert.equal((await call('POST', `${ACCOUNTS}/user_3`, {})).body.account_id, 'user_3');
    assert.equal((await call('PUT', `${ACCOUNTS}/path`, { account_id: 'user_4' })).body.account_id, 'user_4');
  });

  test('POST rejects an existing one, PUT changes its name and keeps the rest', async () => {
    const call = client(createEndpoint(fixed));
    const { body: first } = await call('POST', ACCOUNTS, { account_id: 'u', name: 'Acme Inc.' });
    const again = await call('POST', ACCOUNTS, { account_id: 'u' });
    assert.equal(again.body.message, 'linked account with id u already exists in test environment');
    assert.deepEqual((await call('PUT', ACCOUNTS, { account_id: 'u', name: 'Other Inc.' })).body, {
      ...first,
      name: 'Other Inc.',
    });
    assert.equal((await call('PUT', ACCOUNTS, { account_id: 'u' })).body.name, 'Other Inc.');
  });

  test('the id is required', async () => {
    const call = client(createEndpoint(fixed));
    for (const method of ['POST', 'PUT']) {
      for (const body of [{}, { account_id: ' \u3000' }, { account_id: 7 }, { linked_account_id: null }]) {
        const { status, text } = await call(method, ACCOUNTS, body);
        assert.equal(status, 400);
        assert.equal(
          text,
          '{"status_code":400,"http_error_type":"BAD_REQUEST","error":"INVALID_LINKED_ACCOUNT_ID","message":"linked_account_id required"}',
        );
      }
      const verdict = checkRequest(
        { headers: { 'x-api-key': 'tk', linked_account_id: 'a' }, body: '[]' },
        { requestId: 'fake-id' },
      );
      for (const body of ['', '[]', '"fake"', '{"account_id":', '\ufeff{"account_id":"u"}']) {
        assert.equal((await call(method, ACCOUNTS, body)).text, JSON.stringify(verdict.response.body));
      }
    }
  });

  test('an unknown one', async () => {
    const call = client(createEndpoint({ ...fixed, org: 'acme' }));
    for (const method of ['GET', 'DELETE']) {
      const { status, text } = await call(method, `${ACCOUNTS}/ID`);
      assert.equal(status, 404);
      assert.equal(
        text,
        '{"status_code":404,"http_error_type":"NOT_FOUND","error_code":"SERVER_ERROR","message":"Linked Account with account id ID for org acme in environment test not found","request_id":"fake-id"}',
      );
    }
  });
});

describe('applications', () => {
  test('an app with its forms and its connections', async () => {
    const call = client(createEndpoint());
    await call('POST', ACCOUNTS, { account_id: 'account:12345' });
    const before = (await call('GET', `${API}/application/netsuite`)).body;
    assert.deepEqual(Object.keys(before), [
      ...['name', 'icon', 'description', 'auth_type', 'type', 'app_id', 'tags', 'slug', 'auth_type_options'],
      ...['auth_input_map', 'connected', 'connected_accounts', 'reauth_required'],
    ]);
    assert.equal(before.name, 'Netsuite');
    assert.deepEqual(before.auth_type_options.keybased, inputFields('netsuite', 'keybased'));
    assert.deepEqual([before.connected, before.connected_accounts, before.reauth_required], [false, [], false]);
    await call('PUT', MIGRATE, {
      slug: 'netsuite',
      auth_object: { oauth2: { access_token: 'fake', account_id: 'fake' } },
    });
    const { connected, connected_accounts: accounts } = (await call('GET', `${API}/application/netsuite`)).body;
    assert.equal(connected, true);
    assert.deepEqual(accounts, [
      { identifier: 'account:12345', connectedAt: accounts[0].connectedAt, status: 'active', auth_type: 'oauth2' },
    ]);
    assert.ok(Math.abs(Date.parse(accounts[0].connectedAt) - Date.now()) < 60_000);
  });

  test('an expired connection asks to connect again, and an update mends it', async () => {
    const integrations: SeedIntegration[] = [{ ...FLAT, status: 'expired' }];
    const seed = { environments: { test: { linked_accounts: [{ account_id: 'account:12345', integrations }] } } };
    const call = client(createEndpoint({ seed }));
    const { body: expired } = await call('GET', `${API}/application/slack`);
    assert.deepEqual([expired.reauth_required, expired.connected_accounts[0].status], [true, 'expired']);
    await call('PUT', MIGRATE, FLAT);
    const { body: mended } = await call('GET', `${API}/application/slack`);
    assert.deepEqual([mended.reauth_required, mended.connected_accounts[0].status], [false, 'active']);
    assert.equal(mended.connected_accounts[0].connectedAt, expired.connected_accounts[0].connectedAt);
    Object.assign(integrations[0], { status: 'gone' });
    assert.throws(() => createEndpoint({ seed }), /integrations\[0\]\.status" must be "active" or "expired"/);
  });

  test('all apps, and custom ones', async () => {
    const call = client(createEndpoint({ linkedAccounts: 'any', customApps: ['own_app', 'slack'] }));
    const { body } = await call('GET', `${API}/application`);
    assert.equal(body.length, apps().length + 1);
    assert.deepEqual(
      body.filter(({ type }) => type === 'custom').map(({ slug }) => slug),
      ['slack', 'own_app'],
    );
    assert.equal((await call('GET', `${API}/application/own_app`)).body.type, 'custom');
  });

  test('rejections', async () => {
    const call = client(createEndpoint({ ...fixed, org: 'ORG' }));
    const path = `${API}/application/test-app`;
    assert.equal(
      (await call('GET', path, undefined, { linked_account_id: undefined })).text,
      '{"status_code":400,"http_error_type":"BAD_REQUEST","error_code":"INVALID_LINKED_ACCOUNT_ID","message":"linked_account_id is required","request_id":"fake-id"}',
    );
    assert.equal((await call('GET', path)).status, 404);
    await call('POST', ACCOUNTS, { account_id: 'account:12345' });
    assert.equal(
      (await call('GET', path)).text,
      '{"status_code":404,"http_error_type":"EXTERNAL_API_ERROR","error":"EXTERNAL_API_FAILURE","message":"Application with app_type \'test-app\' not found for org ORG"}',
    );
  });
});

test('auth structures, open to all', async () => {
  const call = client(createEndpoint({ customApps: ['own_app'], apiKeys: [] }));
  const get = (slug) => call('GET', `${API}/auth-structure/${slug}`, undefined, { 'x-api-key': undefined });
  assert.equal((await get('netsuite')).text, JSON.stringify(authStructure('netsuite')));
  for (const slug of ['custom', 'own_app']) assert.equal((await get(slug)).text, '{}');
  const { status, text } = await get('test-app');
  assert.equal(status, 500);
  assert.equal(text, '{"error":"SERVER_ERROR","message":"Schema not found for integration type: test-app"}');
});

test('key based fields are saved, by the rules of a typed auth_object', async () => {
  const call = client(createEndpoint({ ...fixed, shape: 'flat' }));
  const path = `${ACCOUNTS}/integration/save-key-credentials/copper`;
  await call('POST', ACCOUNTS, { account_id: 'account:12345' });
  assert.equal((await call('PUT', path, { api_token: 'fake', email: 'a@example.com' })).text, '{"success":true}');
  assert.equal((await call('GET', `${API}/application/copper`)).body.connected, true);
  const verdict = checkRequest(
    {
      headers: { 'x-api-key': 'tk', linked_account_id: 'account:12345' },
      body: { slug: 'copper', auth_object: { keybased: { api_token: 'fake' } } },
    },
    { requestId: 'fake-id' },
  );
  assert.equal((await call('PUT', path, { api_token: 'fake' })).text, JSON.stringify(verdict.response.body));
  assert.equal((await call('PUT', path, 'null')).body.message, 'Request body must be a valid JSON object');
  assert.equal((await call('PUT', path, {}, { linked_account_id: 'nobody' })).status, 400);
});

test('keys: any that is not blank, or the known ones', async () => {
  const routes: [string, string, object?][] = [
    ['GET', ACCOUNTS],
    ['POST', ACCOUNTS, {}],
    ['PUT', ACCOUNTS, {}],
    ['GET', `${ACCOUNTS}/u`],
    ['DELETE', `${ACCOUNTS}/u`],
    ['GET', `${API}/application`],
    ['GET', `${API}/application/slack`],
  ];
  const short =
    '{"status_code":401,"http_error_type":"UNAUTHORIZED","error":"SERVER_ERROR","message":"Invalid Credentials"}';
  const rejected: [EndpointOptions, string | undefined][] = [
    [{}, undefined],
    [{}, '\u00a0'],
    [{ apiKeys: ['tk_fake_2'] }, 'tk_fake_1'],
  ];
  for (const [options, key] of rejected) {
    const call = client(createEndpoint({ ...options, ...fixed, linkedAccounts: 'any' }));
    for (const [method, path, body] of routes) {
      const { status, text } = await call(method, path, body, { 'x-api-key': key });
      assert.deepEqual([status, text], [401, short], `${method} ${path}`);
    }
    const long = await call('PUT', MIGRATE, FLAT, { 'x-api-key': key });
    assert.equal(long.body.error_code, 'SERVER_ERROR');
    assert.equal(long.status, 401);
  }
  const call = client(createEndpoint({ apiKeys: ['tk_fake_1'], linkedAccounts: 'any' }));
  assert.equal((await call('PUT', MIGRATE, FLAT)).status, 200);
});
