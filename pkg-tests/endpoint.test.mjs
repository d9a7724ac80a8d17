// The packed endpoint over HTTP: every case file, and clients as their users call them.
// `UPDATE_DOCS=1 node --test endpoint.test.mjs` writes the table of docs/endpoint.md.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadCases } from './cases-tools/load-cases.mjs';
import { Coverage } from './endpoint/coverage.mjs';
import { curlCommands, documentedAnswers } from './endpoint/curl.mjs';
import { prepare, replayed, unsendable } from './endpoint/replay.mjs';
import { ROOT } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const API = '/api/v2/public';
const HEADERS = { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' };
const HUBSPOT = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-access-token' } } };
const DOCS = join(ROOT, 'docs/endpoint.md');
const TABLE = /(<!-- coverage -->\n)[\s\S]*?(\n<!-- \/coverage -->)/;
/** How many differences a failure lists. */
const SHOWN = 10;
/** How many cases HTTP clients cannot send, by reason. */
const UNSENDABLE = {
  'a header with a character above U+00FF': 10,
  'a header with a control character': 4,
  'a content-length that differs from the body': 1,
  'a body that HTTP answers with 413': 6,
};

describe('endpoint', { timeout: 600_000 }, () => {
  const coverage = new Coverage();
  let library;
  let folder;

  before(async () => {
    folder = await project('endpoint');
    library = await import(pathToFileURL(join(folder, 'library.mjs')));
  });

  /** Runs an endpoint for the time of a test. */
  async function started(t, options) {
    const { url, close } = await library.startEndpoint(options);
    t.after(close);
    return url;
  }

  /** Sends a request with Node's fetch, and records the answer for the table. */
  async function ask(by, url, method, path, body, headers = HEADERS) {
    const answer = await fetch(url + path, { method, headers, body }).catch((error) => {
      throw new Error(`${method} ${path} ${JSON.stringify(headers)}: ${error.message}`, { cause: error });
    });
    const text = await answer.text();
    coverage.record(by, method, path, answer.status, text);
    return { status: answer.status, text, headers: answer.headers };
  }

  test('every case of every file, by the fetch of Node, byte for byte', async (t) => {
    const servers = new Map();
    const differences = [];
    const unsent = {};
    let count = 0;
    for (const { file, cases } of loadCases()) {
      for (const one of cases) {
        count += 1;
        const replay = replayed(one);
        const reason = unsendable(replay);
        if (reason !== undefined) {
          unsent[reason] = (unsent[reason] ?? 0) + 1;
          continue;
        }
        const key = JSON.stringify(replay.options);
        if (!servers.has(key)) servers.set(key, await serverFor(t, replay.options));
        const { url, store } = servers.get(key);
        await prepare(store, replay);
        const { status, text } = await ask('case files', url, 'PUT', replay.path, replay.body, replay.headers);
        if (status !== one.expect.status || text !== one.expect.body) {
          differences.push(
            `${file}: ${one.description}: expected ${one.expect.status} ${one.expect.body}, found ${status} ${text}`,
          );
        }
      }
    }
    assert.equal(differences.length, 0, `${differences.length} differences\n${differences.slice(0, SHOWN).join('\n')}`);
    assert.deepEqual(unsent, UNSENDABLE);
    assert.ok(count > 3000, `${count} cases`);
  });

  /** Sends a request for this host, which fetch cannot. */
  async function askAs(url, host) {
    const answer = await new Promise((resolve, reject) => {
      request(`${url}/_local/health`, { headers: { host } }, resolve).on('error', reject).end();
    });
    coverage.record('routes', 'GET', '/_local/health', answer.statusCode, JSON.stringify(await json(answer)));
    return answer.statusCode;
  }

  async function serverFor(t, { requestId, rejected, ...options }) {
    const store = library.memoryStore();
    const verify = () => {
      if (rejected !== null) throw new Error(rejected);
    };
    const url = await started(t, {
      ...options,
      store,
      requestId: requestId === undefined ? undefined : () => requestId,
      verify: rejected === undefined ? undefined : verify,
    });
    return { url, store };
  }

  test('curl, as the documents show it', async (t) => {
    const known = { requestId: () => 'fake-id', verify: library.verifyByDns(async () => {}) };
    const url = await started(t, known);
    const curl = async (command) => {
      const output = await run('sh', ['-c', command], { cwd: folder });
      const [text, status] = output.split('\n');
      coverage.record('curl', 'PUT', `${API}/migrate-token`, Number(status), text);
      return [Number(status), text];
    };
    const commands = curlCommands(url);
    assert.equal(commands.length, 2);
    const early = await curl(commands[0].command);
    assert.deepEqual(early, [
      400,
      '{"status_code":400,"http_error_type":"BAD_REQUEST","error_code":"SERVER_ERROR","message":"linked account with id YOUR_LINKED_ACCOUNT_ID does not exist in test environment","request_id":"fake-id"}',
    ]);
    await ask('curl', url, 'POST', `${API}/linked-account`, '{"account_id":"YOUR_LINKED_ACCOUNT_ID"}');
    for (const { title, command } of commands) {
      assert.deepEqual(await curl(command), [200, '{"success":true,"message":"Token migrated successfully"}'], title);
    }
  });

  test('each answer that the documents show', async (t) => {
    const notFound = Object.assign(new Error('fake'), { code: 'ENOTFOUND' });
    const ids = { value: '' };
    const url = await started(t, {
      requestId: () => ids.value,
      apiKeys: ['tk_fake_1'],
      verify: library.verifyByDns((host) =>
        host.startsWith('your-account.') ? Promise.reject(notFound) : Promise.resolve(),
      ),
    });
    await ask('documents', url, 'POST', `${API}/linked-account`, '{"account_id":"account:12345"}');
    // The document has an app of this name with these fields.
    library.registerApp('app_name', { keybased: { server_url: 'string', api_key: 'string' } });
    const flat = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
    const keybased = { consumer_key: 'fake', consumer_secret: 'fake', token_id: 'fake', token_secret: 'fake' };
    const netsuite = { slug: 'netsuite', auth_object: { keybased: { account_id: 'YOUR_ACCOUNT', ...keybased } } };
    const requests = {
      'migrate-token': [[HUBSPOT], [{ ...HUBSPOT, slug: 'custom' }], [netsuite]],
      'migrate-token-for-a-linked-account': [
        [flat],
        [flat],
        [flat, { linked_account_id: 'account_id' }],
        [{ ...flat, auth_object: { bot_token: 7 } }],
        [{ ...flat, auth_object: { other: 'fake' } }],
        [{ slug: 'app_name', auth_object: { other: 'fake' } }],
        [flat, { 'x-api-key': 'tk_other' }],
      ],
    };
    for (const [name, asked] of Object.entries(requests)) {
      const answers = documentedAnswers(name);
      assert.equal(answers.length, asked.length, name);
      for (const [index, { status, text }] of answers.entries()) {
        const [body, headers] = asked[index];
        ids.value = JSON.parse(text).request_id;
        const all = { ...HEADERS, ...headers };
        const found = await ask('documents', url, 'PUT', `${API}/migrate-token`, JSON.stringify(body), all);
        assert.deepEqual([found.status, found.text], [status, text]);
      }
    }
  });

  test('axios, the way the official Node client calls', async (t) => {
    const url = await started(t);
    const migrateAuth = (id, body, more) =>
      library.axios.put(
        `${url}${API}/migrate-token`,
        { linked_account_id: id, ...body },
        { params: { linked_account_id: id }, headers: { 'x-api-key': 'tk_fake_1', linked_account_id: id }, ...more },
      );
    const id = 'mark+wood@example.com';
    const message = `linked account with id ${id} does not exist in test environment`;
    await assert.rejects(migrateAuth(id, HUBSPOT), (error) => error.response.data.message === message);
    await library.axios.post(`${url}${API}/linked-account`, { linked_account_id: id }, { headers: HEADERS });
    const slack = { slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } };
    for (const [body, text] of [
      [slack, 'Integration - slack created'],
      [slack, 'Integration - slack updated'],
      [HUBSPOT, 'Token migrated successfully'],
    ]) {
      const { status, data } = await migrateAuth(id, body);
      assert.deepEqual([status, data], [200, { success: true, message: text }]);
      coverage.record('axios', 'PUT', `${API}/migrate-token`, status, JSON.stringify(data));
    }
    const { status, data } = await migrateAuth(id, { ...HUBSPOT, slug: 'custom' });
    assert.deepEqual([status, data], [200, { error: 'Custom apps are not supported for this endpoint.' }]);
    // The header counts, not the query and the body.
    await assert.rejects(
      migrateAuth(id, HUBSPOT, { headers: { 'x-api-key': 'tk_fake_1', linked_account_id: 'other' } }),
      (error) => error.response.data.message.includes('linked account with id other'),
    );
  });

  test('a repeated header, and no content type', async (t) => {
    const url = await started(t);
    const { hostname, port } = new URL(url);
    const headers = { 'X-API-Key': 'tk_fake_1', Linked_Account_ID: ['one', 'two'] };
    const answer = await new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path: `${API}/migrate-token`, method: 'PUT', headers }, resolve);
      sent.on('error', reject).end(JSON.stringify(HUBSPOT));
    });
    const { message } = await json(answer);
    assert.equal(message, 'linked account with id one, two does not exist in test environment');
  });

  test('MSW in Node', async (t) => {
    const server = library.setupServer(...library.handlers({ linkedAccounts: 'any', customApps: ['own_app'] }));
    server.listen({ onUnhandledRequest: 'error' });
    t.after(() => server.close());
    const url = 'https://app.refold.ai';
    const body = JSON.stringify(HUBSPOT);
    assert.equal((await ask('MSW', url, 'PUT', `${API}/migrate-token`, body)).status, 200);
    assert.equal((await ask('MSW', url, 'GET', `${API}/auth-structure/own_app`)).text, '{}');
    // One state for the three hosts.
    const other = await ask('MSW', 'https://api.gocobalt.io', 'GET', `${API}/application/hubspot`);
    assert.equal(JSON.parse(other.text).connected, true);
    const axios = await library.axios.put(`${url}${API}/migrate-token`, HUBSPOT, { headers: HEADERS });
    assert.equal(axios.data.message, 'Token migrated successfully');
    assert.equal((await ask('MSW', url, 'GET', `${API}/nothing`)).status, 404);
    const own = library.setupServer(...library.handlers({ baseUrl: 'http://localhost:4010/api' }));
    own.listen({ onUnhandledRequest: 'error' });
    t.after(() => own.close());
    assert.equal((await ask('MSW', 'http://localhost:4010', 'GET', '/_local/health')).status, 200);
    assert.throws(() => library.handlers({ baseUrl: 'nowhere' }), /"baseUrl" must be a URL/);
    assert.throws(() => library.handlers({ linkedAccounts: 'all' }), TypeError);
  });

  test('each route, over HTTP', async (t) => {
    const url = await started(t, { customApps: ['own_app'], limits: { requestBytes: 1000 }, apiKeys: ['tk_fake_1'] });
    const routes = (method, path, body, headers) => ask('routes', url, method, API + path, body, headers);
    const stranger = { ...HEADERS, 'x-api-key': 'tk_other' };
    const { linked_account_id: _, ...nameless } = HEADERS;
    const save = '/linked-account/integration/save-key-credentials/copper';
    const copper = '{"api_token":"fake-token","email":"fake@example.com"}';
    for (const [status, ...request] of [
      [401, 'POST', '/linked-account', '{}', stranger],
      [401, 'PUT', '/linked-account', '{}', stranger],
      [401, 'GET', '/linked-account', undefined, stranger],
      [401, 'GET', '/linked-account/account:12345', undefined, stranger],
      [401, 'DELETE', '/linked-account/account:12345', undefined, stranger],
      [401, 'GET', '/application', undefined, stranger],
      [401, 'GET', '/application/copper', undefined, stranger],
      [401, 'PUT', save, copper, stranger],
      [400, 'POST', '/linked-account', '{}'],
      [400, 'PUT', '/linked-account', '{}'],
      [400, 'POST', '/linked-account', '['],
      [400, 'PUT', '/linked-account', '['],
      [400, 'GET', '/application', undefined, nameless],
      [400, 'GET', '/application/copper', undefined, nameless],
      [400, 'PUT', save, copper, nameless],
      [404, 'GET', '/linked-account/account:12345'],
      [404, 'DELETE', '/linked-account/account:12345'],
      [404, 'GET', '/application'],
      [404, 'GET', '/application/copper'],
      [400, 'PUT', save, copper],
      [200, 'POST', '/linked-account', '{"account_id":"account:12345","name":"Acme Inc."}'],
      [400, 'POST', '/linked-account', '{"account_id":"account:12345"}'],
      [200, 'PUT', '/linked-account', '{"linked_account_id":"account:12345"}'],
      [200, 'GET', '/linked-account/account:12345'],
      [200, 'GET', '/linked-account'],
      [200, 'GET', '/application'],
      [200, 'GET', '/application/copper'],
      [404, 'GET', '/application/test-app'],
      [200, 'PUT', save, copper],
      [400, 'PUT', save, '['],
      [400, 'PUT', save, '{"api_token":7,"email":"fake@example.com"}'],
      [400, 'PUT', save, '{"api_token":"fake-token"}'],
      [400, 'PUT', save.replace('copper', 'hubspot'), '{"api_token":"fake-token"}'],
      [200, 'PUT', save.replace('copper', 'own_app'), '{"api_token":"fake-token"}'],
      [500, 'PUT', save.replace('copper', 'test-app'), '{"api_token":"fake-token"}'],
      [200, 'DELETE', '/linked-account/account:12345'],
      [200, 'GET', '/auth-structure/netsuite', undefined, {}],
      [200, 'GET', '/auth-structure/own_app', undefined, {}],
      [500, 'GET', '/auth-structure/test-app', undefined, {}],
      [405, 'POST', '/migrate-token', '{}'],
      [404, 'GET', '/nothing'],
      ...['/migrate-token', '/linked-account', save].map((path) => [413, 'PUT', path, ' '.repeat(1001)]),
      [413, 'POST', '/linked-account', ' '.repeat(1001)],
    ]) {
      const found = await routes(...request);
      assert.equal(found.status, status, `${request[0]} ${request[1]}: ${found.text}`);
      assert.equal(found.headers.get('content-type'), 'application/json; charset=utf-8');
    }
    const local = (method, path, headers) => ask('routes', url, method, path, undefined, headers);
    assert.equal((await local('GET', '/_local/health')).status, 200);
    assert.equal((await local('POST', '/_local/reset')).status, 200);
    assert.equal((await local('POST', '/_local/reset', stranger)).status, 401);
    assert.equal((await local('POST', '/_local/reset', { ...HEADERS, origin: 'http://localhost:5173' })).status, 403);
    assert.equal(await askAs(url, 'evil.example'), 421);
    assert.equal(await askAs(url, 'user@localhost'), 400);
    const open = await started(t, { host: '0.0.0.0' });
    assert.equal((await ask('routes', open, 'POST', '/_local/reset')).status, 403);
    const rejecting = await started(t, {
      linkedAccounts: 'any',
      verify: () => {
        throw new Error('401 Unauthorized');
      },
    });
    const rejected = await ask('routes', rejecting, 'PUT', API + save, copper);
    assert.equal(JSON.parse(rejected.text).message, 'Failed to verify credentials: 401 Unauthorized');
    const failing = { ...library.memoryStore(), listAccounts: () => Promise.reject(new Error('fake-detail')) };
    const broken = await started(t, { store: failing });
    assert.equal((await ask('routes', broken, 'GET', `${API}/linked-account`)).status, 500);
  });

  // The last one: only a whole run has answered everything.
  test('docs/endpoint.md lists what was answered', async () => {
    const { markdown, wrong } = await coverage.table();
    assert.deepEqual(wrong, []);
    const page = readFileSync(DOCS, 'utf8');
    const now = page.replace(TABLE, (_, open, close) => open + markdown + close);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(DOCS, now);
    else assert.equal(page, now, 'docs/endpoint.md differs from the answers of this run: run with UPDATE_DOCS=1');
  });
});
