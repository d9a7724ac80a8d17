// What HTTP allows a client to write, and what it does not: nothing opens a route or hides a second request.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type RunningEndpoint, startEndpoint } from '../entry/node.ts';

const ROUTE = '/api/v2/public/migrate-token';
const ACCOUNTS = '/api/v2/public/linked-account';
const BODY = JSON.stringify({ slug: 'slack', auth_object: { bot_token: 'fake-bot-token' } });
const HOST = 'Host: localhost';
const KEYS = ['x-api-key: tk_fake', 'linked_account_id: account:12345'];
const RESET = `POST /_local/reset HTTP/1.1\r\n${HOST}\r\n${KEYS[0]}\r\nContent-Length: 0\r\n\r\n`;

let server: RunningEndpoint;
const failures: unknown[] = [];
beforeAll(async () => {
  server = await startEndpoint({
    ...{ linkedAccounts: 'any', apiKeys: ['tk_fake'], cors: ['http://localhost:5173', 'https://page.example'] },
    onError: (error) => failures.push(error),
  });
});
afterAll(async () => {
  await server.close();
  assert.deepEqual(failures, []);
});

/** Sends bytes as they are. Returns the statuses of all answers, and their text. */
async function send(head: readonly string[], body: string | Uint8Array = '', breaksOff = false) {
  const socket = connect(server.port, '127.0.0.1').on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
  socket.write(body);
  if (breaksOff) socket.end();
  const answer = await text(socket).catch(() => '');
  return { statuses: Array.from(answer.matchAll(/^HTTP\/1\.1 (\d+)/gm), ([, status]) => Number(status)), answer };
}

/** A request whose connection ends after the answer. */
const request = (method: string, target: string, headers: readonly string[] = []) => [
  `${method} ${target} HTTP/1.1`,
  HOST,
  ...headers,
  'Connection: close',
];
const put = (headers: readonly string[], body: string | Uint8Array = BODY) =>
  send(request('PUT', ROUTE, [...KEYS, ...headers]), body);
const length = (body: { readonly length: number } = BODY) => `Content-Length: ${body.length}`;
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

test('no spelling of a local route avoids the key', async () => {
  const targets = [
    ...['/_local/reset', '//_local/reset', '/_local//reset', '/_local/./reset', '/_local/../_local/reset'],
    ...['/api/../_local/reset', '/%5flocal/reset', '/_local/%72eset', '/_local%2freset', '/_local/reset%00'],
    ...['/_local/reset;health', '/_local/reset?health', '/_local/health/../reset', '/_local/health/%2e%2e/reset'],
    ...['/_local/health%2f..%2freset', '/_LOCAL/reset', '/_local\\reset', '\\_local\\reset', '_local/reset', '*'],
    ...['http://localhost/_local/reset', 'http:/_local/reset', '/_local/reset#health'],
  ];
  for (const target of targets) {
    const { statuses, answer } = await send(request('POST', target, [length('')]));
    assert.ok(statuses.length === 1 && [400, 401, 404].includes(statuses[0] as number), `${target}: ${answer}`);
  }
});

test('no header changes the method, the host or the route', async () => {
  for (const header of ['X-HTTP-Method-Override: POST', 'X-HTTP-Method: POST', 'X-Method-Override: POST']) {
    assert.deepEqual((await send(request('GET', '/_local/reset', [...KEYS, header]))).statuses, [405], header);
  }
  for (const header of ['X-Original-URL: /_local/reset', 'X-Rewrite-URL: /_local/reset']) {
    assert.deepEqual((await send(request('GET', '/_local/health', [header]))).statuses, [200], header);
  }
  for (const name of ['X-Forwarded-Host', 'X-Host', 'X-Original-Host', 'X-Forwarded-Server']) {
    const foreign = [
      `GET ${ACCOUNTS} HTTP/1.1`,
      'Host: evil.example',
      ...KEYS,
      `${name}: localhost`,
      'Connection: close',
    ];
    assert.deepEqual((await send(foreign)).statuses, [421], name);
    assert.deepEqual((await send(request('GET', ACCOUNTS, [...KEYS, `${name}: evil.example`]))).statuses, [200], name);
  }
});

describe('a second request cannot be hidden', () => {
  const wrong: Record<string, [headers: string[], body: string]> = {
    'a length and chunks': [['Content-Length: 5', 'Transfer-Encoding: chunked'], `0\r\n\r\n${RESET}`],
    'chunks and a length': [['Transfer-Encoding: chunked', 'Content-Length: 5'], `${chunked(BODY)}${RESET}`],
    'two lengths': [['Content-Length: 5', 'Content-Length: 6'], `fake!${RESET}`],
    'a list of lengths': [['Content-Length: 5, 5'], `fake!${RESET}`],
    'a signed length': [['Content-Length: +5'], `fake!${RESET}`],
    'a hexadecimal length': [['Content-Length: 0x5'], `fake!${RESET}`],
    'a length that overflows': [['Content-Length: 18446744073709551616'], RESET],
    'a space before the colon': [['Content-Length : 5'], `fake!${RESET}`],
    'a header over two lines': [['X-Fake: a', ' b', length()], BODY],
    'another encoding': [['Transfer-Encoding: xchunked'], chunked(BODY)],
    'an encoding after chunked': [['Transfer-Encoding: chunked, identity'], chunked(BODY)],
    'an encoding over two lines': [['Transfer-Encoding: x', ' chunked'], chunked(BODY)],
    'a chunk of more than 64 bits': [['Transfer-Encoding: chunked'], `fffffffffffffffff\r\n${RESET}`],
    'a zero byte in a header': [['X-Fake: a\0b', length()], BODY],
    'a line end of one character': [['X-Fake: a\rb', length()], BODY],
  };
  for (const [name, [headers, body]] of Object.entries(wrong)) {
    test(name, async () => {
      const { statuses, answer } = await send([`PUT ${ROUTE} HTTP/1.1`, HOST, ...KEYS, ...headers], body);
      assert.deepEqual(statuses, [400], answer);
    });
  }

  test('keys in a trailer are not keys', async () => {
    const body = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n${KEYS.join('\r\n')}\r\n\r\n`;
    const { statuses } = await send(request('PUT', ROUTE, ['Transfer-Encoding: chunked']), body);
    assert.deepEqual(statuses, [401]);
  });
});

test('keys are exact', async () => {
  const keys = [
    'TK_FAKE',
    'tk_fak',
    'tk_fakee',
    '"tk_fake"',
    '*',
    '',
    'undefined',
    'tk%5Ffake',
    'tk_fake\u00a0',
    'tk_fake, tk_fake',
  ];
  for (const key of keys) {
    assert.deepEqual((await send(request('GET', ACCOUNTS, [`x-api-key: ${key}`]))).statuses, [401], key);
  }
  for (const two of [
    ['tk_fake', 'other'],
    ['other', 'tk_fake'],
    ['tk_fake', 'tk_fake'],
  ]) {
    const headers = two.map((key) => `x-api-key: ${key}`);
    assert.deepEqual((await send(request('GET', ACCOUNTS, headers))).statuses, [401], two.join());
  }
});

test('a body is read as it is: a packed one is not JSON, and is never unpacked', async () => {
  for (const body of [gzipSync(BODY), gzipSync(Buffer.alloc(1 << 26))]) {
    const { statuses, answer } = await put([length(body), 'Content-Encoding: gzip'], body);
    assert.deepEqual(statuses, [400]);
    assert.match(answer, /valid JSON object/);
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    assert.deepEqual((await put([length(), `Content-Type: ${type}`])).statuses, [200], type);
  }
});

test('a body that breaks off is not handled', async () => {
  const cut = (header: string, body: string) => send(request('PUT', ROUTE, [...KEYS, header]), body, true);
  assert.deepEqual((await cut('Content-Length: 1000', BODY)).statuses, [400]);
  assert.deepEqual((await cut('Transfer-Encoding: chunked', chunked(BODY).slice(0, -10))).statuses, [400]);
});

test('headers and addresses have limits', async () => {
  assert.deepEqual((await put([`X-Fake: ${'a'.repeat(20_000)}`, length()])).statuses, [431]);
  assert.deepEqual((await send(request('GET', `/${'a'.repeat(20_000)}`))).statuses, [431]);
  const { statuses } = await put(['Transfer-Encoding: chunked'], `1;${'a'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`);
  assert.deepEqual(statuses, [413]);
});

test('a preflight of another origin is not allowed, however similar it is', async () => {
  const allowed = async (origin: string) => {
    const headers = [
      `Origin: ${origin}`,
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Private-Network: true',
    ];
    const { answer } = await send(request('OPTIONS', ROUTE, headers));
    assert.doesNotMatch(answer, /private-network/i);
    return /^access-control-allow-origin: (.*?)\r?$/im.exec(answer)?.[1];
  };
  for (const origin of ['http://localhost:5173', 'https://page.example']) assert.equal(await allowed(origin), origin);
  const similar = ['http://localhost:51730', 'http://localhost.evil.example:5173', 'http://127.0.0.1.evil.example'];
  const others = ['null', 'file://', '', '*', 'http://page.example', 'https://page.example.', 'https://PAGE.example'];
  const longer = [
    'https://page.example.evil.example',
    'https://user@page.example',
    'https://evil.example/https://page.example',
  ];
  for (const origin of [...similar, ...others, ...longer]) assert.equal(await allowed(origin), undefined, origin);
});

test('odd account IDs in a path are IDs, and change nothing', async () => {
  for (const id of ['%', '%ZZ', '%ff', '%00', '%2f', 'a%2fb', '__proto__', '%ed%a0%80', 'a'.repeat(8000)]) {
    const { statuses, answer } = await send(request('GET', `${ACCOUNTS}/${id}`, KEYS));
    assert.deepEqual(statuses, [404], answer);
    assert.match(answer, /Linked Account with account id/);
  }
  assert.deepEqual((await send(request('GET', `${ACCOUNTS}/%2e%2e/%2e%2e/%2e%2e/_local/reset`))).statuses, [404]);
});
