// pull against servers that lead astray, never end, or send what a terminal would obey.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, test } from 'vitest';
import { run, scratch, start } from '../testing/run.ts';

const folder = scratch();
const FILE = join(folder, 'auth-object.schemas.json');
const STRUCTURE = { keybased: { api_key: 'string' } };
const OLD = 'as it was';
const MEBIBYTE = 1 << 20;
/** Control characters, ESC sequences, reversed and invisible text; line ends, with which a name could fake a message. */
const HOSTILE = '\u001b[2J\u001b]0 fake\u0007\u009b\u202e\u2066\u200b\nfake 1 of 1 apps\r';
const UNSAFE = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\n\t])\p{Cc}/u;

type Answers = Record<string, (response: ServerResponse, count: number, request: IncomingMessage) => void>;
let answers: Answers = {};
let requests: string[] = [];

async function listen(): Promise<string> {
  const server = createServer((request, response) => {
    const slug = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    requests.push(slug);
    const count = requests.filter((other) => other === slug).length;
    if (Object.hasOwn(answers, slug)) answers[slug](response, count, request);
    else response.end(JSON.stringify(STRUCTURE));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const [url, otherUrl] = [await listen(), await listen()];

beforeEach(() => {
  answers = {};
  requests = [];
  writeFileSync(FILE, OLD);
});

const pull = (...args: string[]) => run(['pull', ...args, '--base-url', url], { cwd: folder });
const json = (body: unknown, status = 200, headers = {}) => {
  return (response: ServerResponse) => response.writeHead(status, headers).end(JSON.stringify(body));
};
const to = (location: string, status = 302) => json({}, status, { location });

/** Pulls an app, which fails: nothing is written. */
async function failure(slug: string, ...options: string[]): Promise<string> {
  const { code, stdout, stderr } = await pull(slug, ...options);
  assert.deepEqual([code, stdout], [2, ''], stderr);
  assert.equal(readFileSync(FILE, 'utf8'), OLD);
  assert.deepEqual(readdirSync(folder), ['auth-object.schemas.json'], 'nothing unfinished is left');
  const before = `error: Cannot fetch the auth structure of ${slug} from ${url}: `;
  assert.ok(stderr.startsWith(before), stderr);
  return stderr.slice(before.length);
}

describe('redirects', () => {
  test('on the same host are followed', async () => {
    answers = { a: to('/b', 301), b: to(`${url}/c`, 307), c: to('d', 308) };
    assert.equal((await pull('a')).code, 0);
    assert.deepEqual(requests, ['a', 'b', 'c', 'd']);
    assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')).apps, { a: STRUCTURE });
  });

  const { host, port } = new URL(otherUrl);
  const refused: Record<string, [location: string, reason: string]> = {
    'to another port': [`${otherUrl}/x`, `it redirects to another host, ${host}`],
    'to another name of the host': [`//localhost:${port}/x`, `it redirects to another host, localhost:${port}`],
    'to a host with odd characters': ['http://a\u001bb.example/', 'it redirects to an invalid address'],
    'to a file': ['file:///etc/hostname', 'it redirects to an address that is not http'],
    'to data': ['data:application/json,{"keybased":{"a":"string"}}', 'it redirects to an address that is not http'],
    'with a password': [
      `http://fake:fake@${new URL(url).host}/x`,
      'it redirects to an address with a user or password',
    ],
    'in a circle': ['again', 'more than 3 redirects'],
  };
  test('others are refused, at once', async () => {
    for (const [name, [location, reason]] of Object.entries(refused)) {
      requests = [];
      // A header has one byte per character.
      answers = { again: to(location.replace('\u001b', '%1b')) };
      assert.equal(await failure('again'), `${reason}.\n`, name);
      assert.equal(requests.length, name === 'in a circle' ? 4 : 1, name);
    }
  });
});

describe('size and time', () => {
  test('an answer that is packed very tightly is not unpacked to its end', async () => {
    const packed = gzipSync(Buffer.alloc(256 * MEBIBYTE), { level: 9 });
    answers = { bomb: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed) };
    const started = performance.now();
    const { code, stderr } = await pull('bomb');
    assert.deepEqual([code, stderr], [1, 'bomb: the answer is longer than 1 MiB\nNothing was written.\n']);
    assert.ok(performance.now() - started < 20_000);
    assert.equal(readFileSync(FILE, 'utf8'), OLD);
  });

  test('all answers together have a limit', async () => {
    const long = JSON.stringify({ keybased: { api_key: { type: 'string', note: 'x'.repeat(MEBIBYTE - 100) } } });
    const slugs = Array.from({ length: 80 }, (_, index) => `app_${index}`);
    answers = Object.fromEntries(slugs.map((slug) => [slug, (response) => response.end(long)]));
    const { code, stderr } = await pull(...slugs);
    assert.equal(code, 2);
    assert.equal(stderr, 'error: The answers of the service are longer than 64 MiB. Name fewer apps at a time.\n');
    assert.equal(readFileSync(FILE, 'utf8'), OLD);
    assert.ok(requests.length < 75, `${requests.length} requests`);
  });

  test('a slow drip has the time of one answer, and no more', async () => {
    answers = {
      drip(response) {
        const more = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(more));
      },
    };
    assert.equal(await failure('drip', '--timeout', '0.3'), 'no complete answer in 0.3 s.\n');
  });

  test('the total time ends all waiting', async () => {
    answers = { a: () => {}, b: json({}, 429) };
    const started = performance.now();
    const { code, stderr } = await pull('a', 'b', 'c', '--total-timeout', '1.5');
    const expected = `error: Fetched only 1 of 3 apps in 1.5 s from ${url}. --total-timeout allows more time.\n`;
    assert.deepEqual([code, stderr], [2, expected]);
    assert.ok(performance.now() - started < 10_000);
    assert.equal(readFileSync(FILE, 'utf8'), OLD);
  });

  test('Retry-After of a year: no waiting', async () => {
    const started = performance.now();
    for (const [status, after] of [
      [429, '31536000'],
      [503, 'Fri, 31 Dec 9999 23:59:59 GMT'],
      [429, '9'.repeat(400)],
    ] as const) {
      answers = { slack: json({}, status, { 'retry-after': after }) };
      const reason = new RegExp(
        `^status ${status}, and it asks to wait for \\w+ s, longer than --total-timeout allows\\.\n$`,
      );
      assert.match(await failure('slack'), reason);
    }
    assert.equal(requests.length, 3);
    assert.ok(performance.now() - started < 30_000);
  });
});

describe('an answer that is something else', () => {
  test('each has its reason, and the other apps are written', async () => {
    const cut = JSON.stringify(STRUCTURE).slice(0, -1);
    answers = {
      html: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x'),
      empty: (response) => response.end(),
      cut: (response) => response.end(cut),
      error: json({ error: 'FAKE_ERROR', message: 'fake' }),
      error_text: json({ error: HOSTILE }),
      auth_type: json({ keybased: 'string' }),
      field: json({ keybased: { good: 'string', api_key: { type: 7 } } }),
      required: json({ keybased: { api_key: { type: 'string', required: 'yes' } } }),
      hostile: json({ keybased: { [HOSTILE]: [] } }),
      deep: (response) => response.end(`{"keybased":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    };
    const { code, stderr } = await pull('slack', ...Object.keys(answers));
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, UNSAFE);
    const lines = stderr.trimEnd().split('\n');
    const form = 'The auth structure does not have the documented form: ';
    const starts = [
      'html: the answer is HTML or XML, not JSON',
      'empty: the answer is empty',
      'cut: the answer is not valid JSON; it may be cut off',
      'error: the answer is an error, "FAKE_ERROR"',
      'error_text: the answer is an error, "\\u001b[2J',
      `auth_type: ${form}keybased must be an object of 1 to 64 fields`,
      `field: ${form}keybased.api_key must be a type`,
      `required: ${form}keybased.api_key must be a type`,
      `hostile: ${form}keybased.\\u001b[2J`,
      'deep: the auth structure must be an object',
      'auth-object.schemas.json: 1 of 11 apps',
    ];
    assert.equal(lines.length, starts.length, stderr);
    for (const [index, line] of starts.entries()) assert.ok(lines[index].startsWith(line), lines[index]);
    assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')).apps, { slack: STRUCTURE });
  });

  test('an answer that breaks off or cannot be unpacked', async () => {
    answers = {
      broken(response) {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{', () => response.destroy());
      },
      packed: (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    };
    assert.equal(await failure('broken'), 'the connection broke before the end of the answer.\n');
    assert.equal(await failure('packed'), 'the answer cannot be unpacked.\n');
  });
});

test('an interrupted pull leaves the old file', async () => {
  answers = { slow: () => {} };
  const child = start(['pull', 'slack', 'slow', '--base-url', url], { cwd: folder });
  while (!requests.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  await once(child, 'close');
  assert.equal(readFileSync(FILE, 'utf8'), OLD);
  assert.deepEqual(readdirSync(folder), ['auth-object.schemas.json']);
});

describe('names of a service that are written to the file', () => {
  test('give the terminal no orders, whatever prints them', async () => {
    answers = {
      slack: json({ keybased: { api_key: 'string', [HOSTILE]: { type: 'string' } } }),
      [HOSTILE]: json(STRUCTURE),
    };
    const pulled = await pull('slack', HOSTILE, 'nobody\u001b[2J');
    const file = ['--schemas', 'auth-object.schemas.json'];
    const outputs = [
      pulled,
      ...(await Promise.all([
        run(['show', 'slack', ...file], { cwd: folder }),
        run(['show', 'slack', '--json', ...file], { cwd: folder }),
        run(['example', 'slack', ...file], { cwd: folder }),
      ])),
      await run(['show', 'slack', '--json-schema', ...file], { cwd: folder }),
      await run(['apps', 'fake', ...file], { cwd: folder }),
      await run(['drift', 'slack', '--no-schemas', '--base-url', url], { cwd: folder }),
      await run(['drift', HOSTILE, '--json', '--no-schemas', '--base-url', url], { cwd: folder }),
    ];
    for (const { stdout, stderr } of outputs) assert.doesNotMatch(stdout + stderr, UNSAFE);
    assert.ok(outputs.slice(1, 6).every(({ code, stdout }) => code === 0 && stdout.includes('\\u001b[2J')));
    assert.ok(outputs.slice(6).every(({ code, stdout }) => code === 1 && stdout.includes('\\u001b[2J')));
    const shown = JSON.parse(outputs[2].stdout).auth.keybased.fields.map(({ name }: { name: string }) => name);
    assert.deepEqual(shown, ['api_key', HOSTILE], 'JSON has the name itself');
  });

  test('a slug that no URL can name is not asked for', async () => {
    const apps = { '..': STRUCTURE, '.': STRUCTURE, '\ud800': STRUCTURE };
    writeFileSync(FILE, JSON.stringify({ baseUrl: url, pulled: '', apps, customApps: [] }));
    const { code, stdout, stderr } = await run(['drift'], { cwd: folder });
    assert.deepEqual([code, stderr, requests], [1, '', []]);
    assert.match(stdout, /^\.\.: the service does not have this app\n/);
    assert.match(stdout, /\n3 compared, 3 different\n$/);
  });

  test('a file with another address than http, or with a password in it, is not used', async () => {
    for (const baseUrl of ['file:///etc', 'http://user:fake-sentinel@127.0.0.1', 'http://127.0.0.1/?key=fake', 'x']) {
      writeFileSync(FILE, JSON.stringify({ baseUrl, pulled: '', apps: { slack: STRUCTURE }, customApps: [] }));
      for (const args of [['drift'], ['drift', '--base-url', url], ['show', 'slack']]) {
        const result = await run(args, { cwd: folder });
        const expected = 'error: auth-object.schemas.json has no valid "baseUrl". Pull it again.\n';
        assert.deepEqual([result.code, result.stdout, result.stderr], [2, '', expected]);
      }
    }
    assert.ok(existsSync(FILE));
  });
});
