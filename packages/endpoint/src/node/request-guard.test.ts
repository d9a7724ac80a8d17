// Whom the server answers: the hosts and the origins of its owner, over raw connections.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, onTestFinished, test } from 'vitest';
import type { LogEntry } from '../entry/index.ts';
import { type StartOptions, startEndpoint } from '../entry/node.ts';

const ROUTE = '/api/v2/public/migrate-token';
const BODY = JSON.stringify({ slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } });

async function started(options: StartOptions = {}) {
  const endpoint = await startEndpoint({ linkedAccounts: 'any', ...options });
  onTestFinished(() => endpoint.close());
  return endpoint;
}

/** Sends a request as it is written, without what clients add. */
async function send(port: number, start: string, headers: readonly string[], body = '') {
  const socket = connect(port, '127.0.0.1');
  const lines = [start, ...headers, `Content-Length: ${body.length}`, 'Connection: close', '', body];
  socket.write(lines.join('\r\n'));
  const answer = await text(socket);
  const [head = '', json = ''] = answer.split('\r\n\r\n');
  assert.match(head, /content-type: application\/json/i, answer);
  return { status: Number(head.split(' ')[1]), body: JSON.parse(json) };
}

const KEYS = ['x-api-key: tk-fake', 'linked_account_id: account:12345'];
const put = (port: number, headers: readonly string[], target = ROUTE) =>
  send(port, `PUT ${target} HTTP/1.1`, [...headers, ...KEYS], BODY);
const statusFor = async (port: number, host: string, ...more: string[]) =>
  (await put(port, [`Host: ${host}`, ...more])).status;

describe('the host of a request', () => {
  test('may be any name of this machine, with any port', async () => {
    const { port } = await started();
    const hosts = ['localhost', 'LocalHost', 'localhost.', 'app.localhost', '127.0.0.1', '127.1.2.3', '[::1]'];
    for (const host of [...hosts, '[::ffff:7f00:1]']) {
      // Another port: a container or an SSH tunnel may have one of its own.
      for (const one of [host, `${host}:${port}`, `${host}:80`, `${host}:9999`]) {
        assert.equal(await statusFor(port, one), 200, one);
      }
    }
  });

  test('of another name is refused, with a way out', async () => {
    const { port } = await started();
    const foreign = ['evil.example', 'EVIL.example', 'evil.example.', 'localhost.evil.example', 'notlocalhost'];
    const similar = [
      '127.0.0.1.evil.example',
      'host.docker.internal',
      'localhost-evil.example',
      '128.0.0.1',
      '10.0.0.1',
      '0.0.0.0',
      '[::]',
      '[::2]',
    ];
    for (const host of [...foreign, ...similar]) {
      for (const one of [host, `${host}:${port}`]) {
        const { status, body } = await put(port, [`Host: ${one}`]);
        assert.deepEqual([status, body.status_code, body.http_error_type], [421, 421, 'MISDIRECTED_REQUEST'], one);
        assert.match(body.message, /use the option hosts, or serve --allow-host/);
        assert.ok(!JSON.stringify(body).includes('evil'));
      }
    }
    // Reading is refused too.
    const list = await send(port, 'GET /api/v2/public/linked-account HTTP/1.1', ['Host: evil.example', ...KEYS]);
    assert.equal(list.status, 421);
    const health = await send(port, 'GET /_local/health HTTP/1.1', ['Host: evil.example']);
    assert.equal(health.status, 421);
  });

  test('must be there once, and be valid', async () => {
    const { port } = await started();
    const wrong = [
      [],
      ['Host:'],
      ['Host: localhost', 'Host: evil.example'],
      ['Host: localhost', 'Host: localhost'],
      ['Host: localhost, evil.example'],
      ['Host: localhost,evil.example'],
      ['Host: evil.example@localhost'],
      ['Host: localhost/evil.example'],
      ['Host: localhost:65536'],
      ['Host: localhost:evil'],
      ['Host: [::1'],
      ['Host: ::1'],
    ];
    for (const headers of wrong) {
      const { status, body } = await put(port, headers);
      assert.deepEqual([status, body.http_error_type], [400, 'BAD_REQUEST'], headers.join());
      assert.match(body.message, /one Host header/);
    }
    assert.equal((await send(port, `PUT ${ROUTE} HTTP/1.0`, KEYS, BODY)).status, 400);
  });

  test('in the target counts as well as that of the header', async () => {
    const { port } = await started();
    assert.equal((await put(port, ['Host: localhost'], `http://localhost${ROUTE}`)).status, 200);
    assert.equal((await put(port, ['Host: localhost'], `http://evil.example${ROUTE}`)).status, 421);
    assert.equal((await put(port, ['Host: evil.example'], `http://localhost${ROUTE}`)).status, 421);
    assert.equal((await put(port, ['Host: localhost'], `http://user@evil.example:80${ROUTE}`)).status, 421);
    assert.equal((await put(port, ['Host: localhost'], 'http://')).status, 400);
    // A path, and not a host.
    assert.equal((await put(port, ['Host: localhost'], `//evil.example${ROUTE}`)).status, 404);
  });

  test('may be one that is configured, with its port or with any', async () => {
    const { port } = await started({ hosts: ['endpoint', 'Api.Test:8080', '192.0.2.7', '2001:db8::1'] });
    const allowed = ['endpoint', 'ENDPOINT:1234', 'endpoint.', 'api.test:8080', '192.0.2.7:4010', '[2001:db8::1]:4010'];
    for (const host of allowed) assert.equal(await statusFor(port, host), 200, host);
    for (const host of ['api.test', 'api.test:8081', 'endpoint.evil.example', '192.0.2.8']) {
      assert.equal(await statusFor(port, host), 421, host);
    }
  });

  test('may be the address that it listens on, beyond loopback', async () => {
    const { port } = await started({ host: '0.0.0.0' });
    for (const host of ['0.0.0.0', '127.0.0.1', 'localhost']) assert.equal(await statusFor(port, host), 200, host);
    for (const host of ['evil.example', '10.255.255.1']) assert.equal(await statusFor(port, host), 421, host);
    const named = await started({ host: 'localhost', hosts: ['endpoint'] });
    assert.equal((await fetch(`${named.url}/_local/health`)).status, 200);
  });

  test('that is not one is rejected at the start', async () => {
    for (const host of ['', ' ', 'http://endpoint', 'endpoint/path', 'a b', 'endpoint:99999', '*']) {
      const wrong = startEndpoint({ hosts: ['localhost', host] });
      await assert.rejects(wrong, { code: 'invalid_option', option: 'hosts[1]', message: /such as "endpoint"/ });
    }
  });
});

describe('the origin of a page', () => {
  test('must be this machine, a configured host or one of cors to change anything', async () => {
    const { port } = await started({
      hosts: ['endpoint'],
      cors: ['http://Page.example', 'https://secure.example:443'],
    });
    const own = ['http://localhost', `http://127.0.0.1:${port}`, 'http://localhost:5173', 'http://[::1]:3000'];
    for (const origin of [...own, 'http://endpoint:4010', 'http://page.example', 'https://secure.example']) {
      assert.equal(await statusFor(port, 'localhost', `Origin: ${origin}`), 200, origin);
    }
    const foreign = ['http://evil.example', 'https://page.example', 'http://page.example:81', 'null', '', 'evil'];
    for (const origin of [
      ...foreign,
      'http://localhost.evil.example',
      'file://',
      'http://page.example, http://localhost',
    ]) {
      const { status, body } = await put(port, ['Host: localhost', `Origin: ${origin}`]);
      assert.deepEqual([status, body.http_error_type], [403, 'FORBIDDEN'], origin);
      assert.match(body.message, /use the option cors, or serve --cors/);
    }
    const read = await send(port, 'GET /api/v2/public/linked-account HTTP/1.1', ['Host: localhost', ...KEYS]);
    assert.equal(read.body.length, 1, 'no refused request created an account');
  });

  test('does not matter with cors: true, but the host does', async () => {
    const { port } = await started({ cors: true });
    assert.equal(await statusFor(port, 'localhost', 'Origin: http://page.example'), 200);
    assert.equal(await statusFor(port, 'evil.example', 'Origin: http://evil.example'), 421);
  });
});

test('the log says why a request is refused', async () => {
  const refusals: LogEntry['refusal'][] = [];
  const { port } = await started({ cors: true, localRoutes: false, log: ({ refusal }) => refusals.push(refusal) });
  await send(port, `OPTIONS ${ROUTE} HTTP/1.1`, ['Host: evil.example', 'Origin: http://page.example']);
  await send(port, `GET ${ROUTE} HTTP/1.1`, []);
  await send(port, 'POST /_local/reset HTTP/1.1', ['Host: localhost']);
  await put(port, ['Host: localhost']);
  assert.deepEqual(refusals, ['foreign_host', 'invalid_host', 'local_routes_off', undefined]);
  const other = await started({ log: ({ refusal }) => refusals.push(refusal) });
  for (const line of [`PUT ${ROUTE} HTTP/1.1`, 'POST /_local/reset HTTP/1.1']) {
    await send(other.port, line, ['Host: localhost', 'Origin: http://page.example']);
  }
  assert.deepEqual(refusals.slice(4), ['foreign_origin', 'foreign_origin']);
});

describe('the routes under /_local/', () => {
  const reset = async (url: string, key?: string) => {
    const headers: Record<string, string> = key === undefined ? {} : { 'x-api-key': key };
    const answer = await fetch(url, { method: 'POST', headers });
    return { status: answer.status, message: (await answer.json()).message };
  };

  test('need a key where keys are set, except health', async () => {
    const { url } = await started({ apiKeys: ['tk-fake'] });
    assert.equal((await fetch(`${url}/_local/health`)).status, 200);
    for (const path of ['/_local/reset', '/_local/reset/', '/%5flocal/reset', '/_local/other']) {
      assert.deepEqual(await reset(url + path), { status: 401, message: 'Invalid Credentials' }, path);
      assert.equal((await reset(url + path, 'tk-other')).status, 401, path);
    }
    assert.equal((await reset(`${url}/_local/reset`, 'tk-fake')).status, 200);
    assert.equal((await reset(`${(await started()).url}/_local/reset`)).status, 200);
  });

  test('are off beyond loopback, unless asked for', async () => {
    const { url } = await started({ host: '0.0.0.0' });
    assert.equal((await fetch(`${url}/_local/health`)).status, 200);
    for (const path of ['/_local/reset', '/_local/reset/', '/_%6cocal/reset']) {
      const { status, message } = await reset(url + path);
      assert.equal(status, 403, path);
      assert.match(message, /use the option localRoutes, or serve --local-routes/);
    }
    assert.equal(
      (await reset(`${(await started({ host: '0.0.0.0', localRoutes: true })).url}/_local/reset`)).status,
      200,
    );
    assert.equal((await reset(`${(await started({ localRoutes: false })).url}/_local/reset`)).status, 403);
  });

  test('are for a page behind a TLS proxy, which has the same host', async () => {
    const { port } = await started();
    const from = (host: string, origin: string) =>
      send(port, 'POST /_local/reset HTTP/1.1', [`Host: ${host}`, `Origin: ${origin}`]);
    for (const host of ['page.localhost', 'localhost:8443']) {
      assert.equal((await from(host, `https://${host}`)).status, 200, host);
    }
    assert.equal((await from('localhost:8443', 'https://localhost:5173')).status, 403);
  });

  test('are not for a page that rebinds its name', async () => {
    const { port } = await started();
    const evil = ['Host: evil.example', 'Origin: http://evil.example'];
    assert.equal((await send(port, 'POST /_local/reset HTTP/1.1', evil)).status, 421);
    const cross = ['Host: localhost', 'Origin: http://evil.example'];
    assert.equal((await send(port, 'POST /_local/reset HTTP/1.1', cross)).status, 403);
  });
});
