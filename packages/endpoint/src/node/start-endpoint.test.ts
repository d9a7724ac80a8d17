// The endpoint as a server, over real connections.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { type ClientRequest, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DEFAULT_LIMITS } from 'auth-object';
import { describe, onTestFinished, test, vi } from 'vitest';
import { type StartOptions, startEndpoint } from '../entry/node.ts';

const ROUTE = '/api/v2/public/migrate-token';
const headers = { 'x-api-key': 'tk-fake', linked_account_id: 'account:12345' };
const body = JSON.stringify({ slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token' } } });
const LIMIT = DEFAULT_LIMITS.requestBytes;

/** A server for the time of a test. */
async function started(options: StartOptions = {}) {
  const endpoint = await startEndpoint({ linkedAccounts: 'any', ...options });
  onTestFinished(() => endpoint.close());
  return endpoint;
}

/** Sends a body in parts, of which the last may never be sent. */
function send(
  url: string,
  more: OutgoingHttpHeaders,
  write: (sent: ClientRequest) => void,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url + ROUTE, { method: 'PUT', headers: { ...headers, ...more } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    sent.on('error', reject);
    write(sent);
  });
}

describe('startEndpoint', () => {
  test('answers on a free port of this machine', async () => {
    const { url, port } = await started();
    assert.equal(url, `http://127.0.0.1:${port}`);
    const answer = await fetch(url + ROUTE, { method: 'PUT', headers, body });
    assert.equal(await answer.text(), '{"success":true,"message":"Token migrated successfully"}');
  });

  test('listens on the given host, on IPv6 too', async ({ skip }) => {
    const { url } = await started({ host: '::1' }).catch((error) => ({ url: error.code }));
    if (url === 'EADDRNOTAVAIL') return skip('no IPv6 here');
    assert.match(url, /^http:\/\/\[::1\]:\d+$/);
    assert.equal((await fetch(`${url}/_local/health`)).status, 200);
    assert.match((await started({ host: '0.0.0.0' })).url, /^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('says why it cannot listen', async () => {
    const { port } = await started();
    await assert.rejects(startEndpoint({ port }), {
      code: 'EADDRINUSE',
      message: `startEndpoint: port ${port} of 127.0.0.1 is in use; choose another port, or 0 for any free port.`,
    });
    await assert.rejects(
      startEndpoint({ host: '192.0.2.1' }),
      /cannot listen on port 0 of 192\.0\.2\.1 \(EADDRNOTAVAIL\)/,
    );
    for (const port of [-1, 65536, 1.5, '80', null] as number[]) {
      await assert.rejects(startEndpoint({ port }), { name: 'TypeError', message: /"port"/ });
    }
    for (const options of [null, 4010] as unknown[]) {
      await assert.rejects(startEndpoint(options as StartOptions), {
        name: 'TypeError',
        message: /options must be an object/,
      });
    }
    await assert.rejects(startEndpoint({ host: '' }), { name: 'TypeError', message: /"host"/ });
    await assert.rejects(startEndpoint({ hots: 'a' } as StartOptions), {
      name: 'TypeError',
      message: /^startEndpoint: unknown option "hots"; the options are .*host/,
    });
  });

  test('answers requests in progress when it is closed, and does not wait for idle connections', async () => {
    const { url, close } = await started();
    const kept = await fetch(`${url}/_local/health`);
    await kept.text();
    const slow = fetch(url + ROUTE, {
      method: 'PUT',
      headers: { ...headers, 'x-auth-object-fail': 'delay=300' },
      body,
    });
    await sleep(100);
    const before = performance.now();
    const closing = close();
    assert.equal(close(), closing);
    assert.equal((await slow).status, 200);
    await closing;
    assert.ok(performance.now() - before < 4000, 'it waited for an idle connection');
    await assert.rejects(fetch(`${url}/_local/health`));
  });

  test('ends connections that are still open after its grace', async () => {
    const { url, close } = await started();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
    socket.resume().write(`PUT ${ROUTE} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n`);
    await sleep(50);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const closed = close();
    vi.advanceTimersByTime(4999);
    assert.equal(socket.closed, false);
    vi.advanceTimersByTime(1);
    await closed;
    await ended;
  });

  test('replaces no class of the program', async () => {
    const classes = [globalThis.Request, globalThis.Response];
    await started();
    assert.deepEqual([globalThis.Request, globalThis.Response], classes);
  });
});

describe('a body that is too large', () => {
  const clear = (limit: number) =>
    new RegExp(`^\\{"status_code":413,"http_error_type":"PAYLOAD_TOO_LARGE".*${limit} bytes`);

  test('is rejected before it is sent, with its length and without', async () => {
    const { url } = await started();
    for (const size of [LIMIT + 1, 4 * LIMIT]) {
      const answer = await fetch(url + ROUTE, { method: 'PUT', headers, body: 'x'.repeat(size) });
      assert.equal(answer.status, 413);
      assert.match(await answer.text(), clear(LIMIT));
    }
    const withLength = await send(url, { 'content-length': 4 * LIMIT }, (sent) => sent.write('x'));
    assert.match(withLength.text, clear(LIMIT));
    const chunked = await send(url, {}, (sent) => sent.write('x'.repeat(LIMIT + 1)));
    assert.match(chunked.text, clear(LIMIT));
    assert.equal((await fetch(`${url}/_local/health`)).status, 200);
  });

  test('is not one at the limit, sent in chunks without its length', async () => {
    const { url } = await started({ limits: { requestBytes: body.length } });
    const answer = await send(url, {}, (sent) => {
      sent.write(body.slice(0, 10));
      sent.end(body.slice(10));
    });
    assert.deepEqual(answer, { status: 200, text: '{"success":true,"message":"Token migrated successfully"}' });
  });

  test('is one byte more than the limit', async () => {
    const { url } = await started({ limits: { requestBytes: body.length } });
    const put = (body: string) => fetch(url + ROUTE, { method: 'PUT', headers, body });
    assert.equal((await put(body)).status, 200);
    const answer = await put(`${body} `);
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), clear(body.length));
  });
});

describe('CORS', () => {
  const preflight = (url: string, origin: string) =>
    fetch(url + ROUTE, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,linked_account_id,x-api-key',
      },
    });
  const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin');

  test('is off', async () => {
    const { url } = await started();
    const answers = [
      await preflight(url, 'http://page.example'),
      await fetch(url + ROUTE, { method: 'PUT', headers: { ...headers, origin: 'http://page.example' }, body }),
    ];
    for (const answer of answers) {
      assert.deepEqual(
        [...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
        [],
      );
    }
  });

  test('is for the origins that are named', async () => {
    const { url } = await started({ cors: ['http://page.example/', 'http://other.example'] });
    const answer = await preflight(url, 'http://page.example');
    assert.equal(allowed(answer), 'http://page.example');
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /PUT/);
    assert.equal(answer.headers.get('access-control-allow-headers'), 'content-type,linked_account_id,x-api-key');
    assert.match(answer.headers.get('vary') ?? '', /origin/i);
    assert.equal(allowed(await preflight(url, 'http://other.example')), 'http://other.example');
    assert.equal(allowed(await preflight(url, 'http://evil.example')), null);
    const put = await fetch(url + ROUTE, {
      method: 'PUT',
      headers: { ...headers, origin: 'http://page.example' },
      body,
    });
    assert.equal(allowed(put), 'http://page.example');
  });

  test('is for all', async () => {
    const { url } = await started({ cors: true });
    assert.equal(allowed(await preflight(url, 'http://page.example')), '*');
    const rejected = await fetch(url + ROUTE, { method: 'PUT', headers: { origin: 'http://page.example' }, body });
    assert.deepEqual([rejected.status, allowed(rejected)], [401, '*']);
    const faulty = await fetch(url + ROUTE, { method: 'PUT', headers: { 'x-auth-object-fail': '429' }, body });
    assert.deepEqual([allowed(faulty), faulty.headers.get('access-control-expose-headers')], ['*', 'retry-after']);
  });
});

test('curl, as the document shows it', async () => {
  const { url } = await started();
  const curl = (...args: string[]) => promisify(execFile)('curl', ['--silent', '--show-error', ...args]);
  const answer = await curl(
    ...['-X', 'PUT', url + ROUTE, '-H', 'x-api-key: YOUR_API_KEY', '-H', 'linked_account_id: YOUR_LINKED_ACCOUNT_ID'],
    ...['-H', 'Content-Type: application/json', '-d', body],
  );
  assert.equal(answer.stdout, '{"success":true,"message":"Token migrated successfully"}');
});
