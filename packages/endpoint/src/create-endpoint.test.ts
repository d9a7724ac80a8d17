// The endpoint's handler: its state, unusual requests, errors inside.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, test } from 'vitest';
import { createEndpoint, type EndpointOptions, memoryStore, OptionError } from './entry/index.ts';
import { API, client } from './testing/client.ts';

const MIGRATE = `${API}/migrate-token`;
const ACCOUNTS = `${API}/linked-account`;
const FLAT = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
const TYPED = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-access-token' } } };
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const fixed = { requestId: () => 'fake-id' };

/** A request whose body has no known length. */
function streamed(body: ReadableStream<Uint8Array>): Request {
  const headers = { 'x-api-key': 'tk', linked_account_id: 'a' };
  // Not all types of fetch know `duplex`, which Node requires.
  const init = { method: 'PUT', headers, body, duplex: 'half' };
  return new Request(`http://localhost${MIGRATE}`, init);
}

describe('state', () => {
  test('an account must exist, then the integration is created, then updated', async () => {
    const call = client(createEndpoint(fixed));
    const rejected = await call('PUT', MIGRATE, FLAT);
    assert.equal(
      rejected.text,
      '{"status_code":400,"http_error_type":"BAD_REQUEST","error_code":"SERVER_ERROR","message":"linked account with id account:12345 does not exist in test environment","request_id":"fake-id"}',
    );
    assert.equal((await call('POST', ACCOUNTS, { account_id: 'account:12345' })).status, 200);
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack created');
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack updated');
    assert.equal((await call('PUT', MIGRATE, TYPED)).text, '{"success":true,"message":"Token migrated successfully"}');
    await call('DELETE', `${ACCOUNTS}/account:12345`);
    assert.equal((await call('PUT', MIGRATE, FLAT)).status, 400);
    await call('PUT', ACCOUNTS, { account_id: 'account:12345' });
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack created');
  });

  test('one of many requests at the same time creates the integration', async () => {
    const call = client(createEndpoint({ linkedAccounts: 'any' }));
    const answers = await Promise.all(Array.from({ length: 50 }, () => call('PUT', MIGRATE, FLAT)));
    const created = answers.filter(({ body }) => body.message === 'Integration - slack created');
    assert.equal(created.length, 1);
    assert.equal(answers.filter(({ body }) => body.message === 'Integration - slack updated').length, 49);
  });

  test('the environments do not see each other; the prefix of the key names one', async () => {
    const call = client(createEndpoint({ ...fixed, environment: 'production' }));
    const keyed = (key) => ({ 'x-api-key': key });
    await call('POST', ACCOUNTS, { account_id: 'account:12345' }, keyed('tk_fake_1'));
    assert.equal((await call('PUT', MIGRATE, FLAT, keyed('tk_fake_2'))).status, 200);
    for (const key of ['pk_fake_1', 'fake']) {
      const { status, body } = await call('PUT', MIGRATE, FLAT, keyed(key));
      assert.equal(status, 400);
      assert.equal(body.message, 'linked account with id account:12345 does not exist in production environment');
      assert.deepEqual((await call('GET', ACCOUNTS, undefined, keyed(key))).body, []);
    }
    assert.equal((await call('GET', ACCOUNTS)).body[0].environment, 'test');
  });

  test('"any": accounts are created as requests name them', async () => {
    const call = client(createEndpoint({ linkedAccounts: 'any' }));
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack created');
    const [account] = (await call('GET', ACCOUNTS)).body;
    assert.deepEqual([account.account_id, account.name], ['account:12345', null]);
    assert.deepEqual(Object.keys(account.integrations[0]), ['slug', 'auth_type', 'status', 'connectedAt']);
  });

  test('a rejected request changes nothing', async () => {
    const store = memoryStore();
    const call = client(
      createEndpoint({ store, linkedAccounts: 'any', verify: () => Promise.reject(new Error('no')) }),
    );
    assert.equal((await call('PUT', MIGRATE, FLAT)).status, 500);
    assert.equal((await call('PUT', MIGRATE, { ...FLAT, auth_object: {} })).status, 400);
    assert.deepEqual(await store.listAccounts('test'), []);
  });

  test('if the account does not exist, nothing else is checked', async () => {
    const verify = () => assert.fail('the verifier is not asked');
    const call = client(createEndpoint({ ...fixed, verify }));
    for (const auth_object of [FLAT.auth_object, {}, { bot_token: 7 }]) {
      const { body } = await call('PUT', MIGRATE, { ...FLAT, auth_object });
      assert.equal(body.message, 'linked account with id account:12345 does not exist in test environment');
    }
  });

  test('an account that is deleted while the verifier runs does not exist', async () => {
    const store = memoryStore();
    const verify = async () => void (await store.deleteAccount('test', 'account:12345'));
    const call = client(createEndpoint({ store, verify }));
    await call('POST', ACCOUNTS, { account_id: 'account:12345' });
    const { status, body } = await call('PUT', MIGRATE, FLAT);
    assert.equal(status, 400);
    assert.equal(body.message, 'linked account with id account:12345 does not exist in test environment');
  });

  test('a reset gives the seed back', async () => {
    const account = { account_id: 'account:12345', name: 'Acme Inc.', integrations: [FLAT] };
    const seed = { environments: { test: { linked_accounts: [account] } } };
    const call = client(createEndpoint({ seed }));
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack updated');
    await call('DELETE', `${ACCOUNTS}/account:12345`);
    assert.equal((await call('PUT', MIGRATE, FLAT)).status, 400);
    assert.equal((await call('POST', '/_local/reset')).text, '{"success":true}');
    assert.equal((await call('GET', `${ACCOUNTS}/account:12345`)).body.name, 'Acme Inc.');
    assert.equal((await call('PUT', MIGRATE, FLAT)).body.message, 'Integration - slack updated');
  });
});

describe('requests of other kinds', () => {
  test('unknown routes, other methods', async () => {
    const call = client(createEndpoint(fixed));
    for (const path of ['/', '/api/v2/public', `${API}/nothing`, '/_local', `${ACCOUNTS}/a/b`, '/%ff', '/%']) {
      const { status, text } = await call('GET', path);
      assert.equal(status, 404);
      assert.equal(
        text,
        '{"status_code":404,"http_error_type":"NOT_FOUND","error_code":"SERVER_ERROR","message":"Route not found","request_id":"fake-id"}',
      );
    }
    const { status, headers, body } = await call('POST', MIGRATE, FLAT);
    assert.deepEqual([status, headers.get('allow')], [405, 'PUT, OPTIONS']);
    assert.equal(body.error_code, 'SERVER_ERROR');
    const options = await call('OPTIONS', `${ACCOUNTS}/u`);
    assert.deepEqual([options.status, options.headers.get('allow')], [204, 'GET, POST, PUT, DELETE, HEAD, OPTIONS']);
    const head = await call('HEAD', `${API}/auth-structure/slack`);
    assert.deepEqual([head.status, head.text], [200, '']);
  });

  test('the slug in the path, a slash at the end, a query', async () => {
    const call = client(createEndpoint({ linkedAccounts: 'any' }));
    const { auth_object } = FLAT;
    assert.equal((await call('PUT', `${MIGRATE}/slack`, { auth_object })).body.message, 'Integration - slack created');
    assert.equal((await call('PUT', `${MIGRATE}/?linked_account_id=other`, FLAT)).status, 200);
    // A slug in the body comes first.
    assert.equal((await call('PUT', `${MIGRATE}/hubspot`, FLAT)).body.message, 'Integration - slack updated');
    assert.equal((await call('GET', ACCOUNTS)).body.length, 1);
  });

  test('a body over the limit, with its length or without; one at the limit is read', async () => {
    const call = client(createEndpoint({ ...fixed, limits: { requestBytes: 1000 } }));
    const { status, text } = await call('PUT', MIGRATE, 'x'.repeat(1001));
    assert.equal(status, 413);
    assert.equal(
      text,
      '{"status_code":413,"http_error_type":"PAYLOAD_TOO_LARGE","error_code":"SERVER_ERROR","message":"Request body must not be larger than 1000 bytes","request_id":"fake-id"}',
    );
    assert.equal(
      (await call('PUT', MIGRATE, 'x'.repeat(1000))).body.message,
      'Request body must be a valid JSON object',
    );
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100));
      },
    });
    const request = streamed(endless);
    assert.equal((await createEndpoint({ limits: { requestBytes: 1000 } })(request)).status, 413);
    assert.ok(pulled < 20);
  });

  test('a body that breaks off is not read', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(FLAT)));
      },
      pull() {
        throw new Error('fake-reason');
      },
    });
    const request = streamed(broken);
    const answer = await createEndpoint({ linkedAccounts: 'any' })(request);
    assert.equal((await answer.json()).message, 'Request body must be a valid JSON object');
  });

  test('a page of another origin does not reset the state', async () => {
    const reset = (options, origin) => client(createEndpoint(options))('POST', '/_local/reset', '', { origin });
    const { status, body } = await reset(fixed, 'http://localhost:5173');
    assert.deepEqual([status, body.http_error_type], [403, 'FORBIDDEN']);
    assert.equal((await reset(fixed, 'http://localhost')).status, 200);
    assert.equal((await reset({ cors: 'http://localhost:5173' }, 'http://localhost:5173')).status, 200);
    assert.equal((await reset({ cors: true }, 'http://localhost:5173')).status, 200);
  });
});

test('the handler alone answers for every host, and takes nothing but the request', async () => {
  const handle: (...all: unknown[]) => Promise<Response> = createEndpoint({ linkedAccounts: 'any' }) as never;
  for (const url of ['https://app.refold.ai', 'http://evil.example', 'http://192.0.2.1:4010']) {
    const request = () => new Request(`${url}/_local/reset`, { method: 'POST', headers: { host: 'other.example' } });
    assert.equal((await handle(request())).status, 200);
    // Workers pass their bindings, Deno its connection.
    assert.equal((await handle(request(), { refusal: 'foreign_host', localRoutesOff: true })).status, 200);
  }
});

test('a request_id is a fresh UUID v4', async () => {
  const call = client(createEndpoint());
  const ids = await Promise.all([call('GET', '/'), call('PUT', MIGRATE, FLAT), call('PUT', MIGRATE, FLAT)]);
  const texts = ids.map(({ body }) => body.request_id);
  for (const id of texts) assert.match(id, UUID_V4);
  assert.equal(new Set(texts).size, 3);
});

test('an error inside is answered with a 500 without details', async () => {
  const failing = async () => {
    throw new Error('fake-detail');
  };
  const store = { ...memoryStore(), getAccount: failing, listAccounts: failing, putIntegration: failing };
  const throwing = () => {
    throw new Error('fake-detail');
  };
  const want = (id) =>
    `{"status_code":500,"http_error_type":"INTERNAL_SERVER_ERROR","error_code":"SERVER_ERROR","message":"Internal server error","request_id":"${id}"}`;
  const reported: string[] = [];
  const onError = (error) => {
    reported.push(error.message);
    throw error;
  };
  const rejecting = client(createEndpoint({ ...fixed, store, onError: async (error) => Promise.reject(error) }));
  assert.deepEqual(pick(await rejecting('GET', ACCOUNTS)), [500, want('fake-id')]);
  const call = client(createEndpoint({ ...fixed, store, onError }));
  const calls: [string, string, object?][] = [
    ['PUT', MIGRATE, FLAT],
    ['GET', ACCOUNTS],
    ['GET', `${ACCOUNTS}/u`],
  ];
  for (const [method, path, body] of calls) {
    assert.deepEqual(pick(await call(method, path, body)), [500, want('fake-id')]);
  }
  assert.deepEqual(reported, ['fake-detail', 'fake-detail', 'fake-detail']);
  const idless = await client(createEndpoint({ requestId: throwing }))('GET', ACCOUNTS);
  assert.deepEqual(pick(idless), [500, want(idless.body.request_id)]);
  // The next request may find a store that works.
  let broken = true;
  const seed = { environments: { test: { linked_accounts: [{ account_id: 'u' }] } } };
  const memory = memoryStore();
  const mended = {
    ...memory,
    addAccount: (environment, account) => (broken ? failing() : memory.addAccount(environment, account)),
  };
  const seeded = client(createEndpoint({ store: mended, seed }));
  assert.equal((await seeded('GET', ACCOUNTS)).status, 500);
  broken = false;
  assert.equal((await seeded('GET', ACCOUNTS)).body.length, 1);
});

const pick = ({ status, text }) => [status, text];

test('errors for wrong options say what is allowed, and contain no value', () => {
  const cases: [unknown, RegExp][] = [
    [7, /the options must be an object/],
    [[], /the options must be an object/],
    [{ apikeys: ['fake-secret'] }, /unknown option "apikeys"; the options are .*apiKeys/],
    [{ apiKeys: 'fake-secret' }, /"apiKeys" must be an array of strings/],
    [{ apiKeys: ['fake-secret', 7] }, /"apiKeys\[1\]" must be an array of strings/],
    [{ key: 'fake-secret' }, /"key" must be 32 bytes.*openssl rand -base64 32/],
    [{ key: new Uint8Array(31) }, /32 bytes/],
    [{ store: {} }, /"store" must be a store, such as memoryStore\(\)/],
    [{ linkedAccounts: ['fake-secret'] }, /"known" or "any"/],
    [{ limits: { requestBytes: 0 } }, /limits\.requestBytes" must be a whole number, 1 or more/],
    [{ verify: true }, /"verify" must be a function/],
    [{ cors: 7 }, /origin such as/],
    [{ faults: [{ status: 99 }] }, /faults\[0\]/],
    [{ seed: { environments: { test: 'fake-secret' } } }, /"seed\.environments\.test" must be an object/],
  ];
  for (const [options, words] of cases) {
    assert.throws(
      () => createEndpoint(options as EndpointOptions),
      (error) =>
        error instanceof OptionError &&
        error instanceof TypeError &&
        words.test(error.message) &&
        !inspect(error, { depth: 9 }).includes('fake-secret'),
    );
  }
  createEndpoint({ store: undefined, key: undefined, cors: false });
});
