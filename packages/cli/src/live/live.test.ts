// pull and drift against real servers: one that behaves, and one that does not.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type AuthStructure, apps, authStructure, registerApps } from 'auth-object';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';
import { serve } from '../testing/serve.ts';

const folder = scratch();
const FILE = join(folder, 'auth-object.schemas.json');
const file = () => JSON.parse(readFileSync(FILE, 'utf8'));

type Answer = [status: number, body: unknown, headers?: Record<string, string>] | 'silence' | undefined;

/** What the server answers, by slug, in place of the catalogue's structure; a function gets the count of requests. */
let answers: Record<string, (count: number, response: ServerResponse) => unknown> = {};
let requests: { slug: string; url: string; method: string; headers: object; at: number }[] = [];
const server = createServer((request, response) => {
  const { url = '', method = '' } = request;
  const slug = decodeURIComponent(url.split('/').at(-1) ?? '');
  requests.push({ slug, url, method, headers: request.headers, at: Date.now() });
  const unknown: Answer = [500, { error: 'SERVER_ERROR', message: `Schema not found for integration type: ${slug}` }];
  const own = Object.hasOwn(answers, slug)
    ? (answers[slug](requests.filter((other) => other.slug === slug).length, response) as Answer)
    : undefined;
  if (own === 'silence') return;
  const structure = authStructure(slug);
  const [status, body, headers = {}] = own || (structure === undefined ? unknown : [200, structure]);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
});
let base: [option: string, url: string];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = ['--base-url', `http://127.0.0.1:${(server.address() as AddressInfo).port}`];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answers = {};
  requests = [];
  rmSync(FILE, { force: true });
});

const cli = (...args: string[]) => run(args, { cwd: folder });

describe('pull', () => {
  test('writes what the service answers, sorted, with its address and the time', async () => {
    answers = { my_app: () => [200, {}] };
    const { code, stdout, stderr } = await cli('pull', 'slack', 'netsuite', 'my_app', ...base);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^my_app: a custom app.*\nauth-object\.schemas\.json: 3 of 3 apps\n$/);
    const { baseUrl, pulled, apps, customApps } = file();
    assert.deepEqual([baseUrl, Object.keys(apps), customApps], [base[1], ['netsuite', 'slack'], ['my_app']]);
    assert.deepEqual(apps, { netsuite: authStructure('netsuite'), slack: authStructure('slack') });
    registerApps(apps);
    assert.ok(Math.abs(Date.parse(pulled) - Date.now()) < 60_000, pulled);
    assert.deepEqual(readdirSync(folder), ['auth-object.schemas.json'], 'nothing unfinished is left');
  });

  test('asks the public route, once a slug, and sends no key', async () => {
    const { code } = await run(['pull', 'slack', 'slack', 'ünïcode/slug', ...base], {
      cwd: folder,
      env: { AUTH_OBJECT_API_KEYS: 'tk-fake-sentinel', AUTH_OBJECT_KEY: 'fake-sentinel' },
    });
    assert.equal(code, 1);
    assert.deepEqual(requests.map(({ method, url }) => `${method} ${url}`).sort(), [
      'GET /api/v2/public/auth-structure/%C3%BCn%C3%AFcode%2Fslug',
      'GET /api/v2/public/auth-structure/slack',
    ]);
    assert.ok(!JSON.stringify(requests).includes('sentinel'));
    assert.ok(requests.every(({ headers }) => !('x-api-key' in headers) && !('authorization' in headers)));
  });

  test('--all: every app of the catalogue, at most four at a time', async () => {
    let open = 0;
    let most = 0;
    answers = Object.fromEntries(
      apps().map(({ slug }) => [
        slug,
        (_, response) => {
          most = Math.max(most, (open += 1));
          response.on('close', () => (open -= 1));
        },
      ]),
    );
    const { code, stderr } = await cli('pull', '--all', '--out', 'all.json', ...base);
    assert.deepEqual([code, stderr], [0, `all.json: ${apps().length} of ${apps().length} apps\n`]);
    assert.ok(most <= 4, `${most} at a time`);
    rmSync(join(folder, 'all.json'));
  });

  test('apps that the service lacks or garbles are reported, and the rest is written', async () => {
    answers = {
      html: () => [200, '<html>fake-sentinel</html>', { 'content-type': 'text/html' }],
      list: () => [200, []],
      form: () => [200, { keybased: { api_key: 7 } }],
      cut: () => [200, '{"keybased":{"api_key":"str'],
    };
    const { code, stderr } = await cli('pull', 'slack', 'nobody', ...Object.keys(answers), ...base);
    assert.equal(code, 1);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'nobody: the service does not have this app',
      'html: the answer is HTML or XML, not JSON',
      'list: the answer is not a JSON object',
      'form: The auth structure does not have the documented form: keybased.api_key must be a type such as "string", or ' +
        'an object with a type and required: true or false.',
      'cut: the answer is not valid JSON; it may be cut off',
      'auth-object.schemas.json: 1 of 6 apps',
    ]);
    assert.deepEqual(Object.keys(file().apps), ['slack']);
  });

  test('an answer that never ends is unusable', async () => {
    answers = {
      endless(_, response) {
        const more = setInterval(() => response.write('x'.repeat(1 << 18)), 1);
        response.on('close', () => clearInterval(more));
        return 'silence';
      },
    };
    const { code, stderr } = await cli('pull', 'endless', ...base);
    assert.deepEqual([code, stderr], [1, 'endless: the answer is longer than 1 MiB\nNothing was written.\n']);
  });

  test('asks again after 500, 503, a broken connection', async () => {
    answers = {
      slack: (count) => (count < 3 ? [500, 'fake'] : undefined),
      netsuite: (count) => (count < 2 ? [503, {}] : undefined),
      hubspot(count, response) {
        if (count > 1) return undefined;
        response.destroy();
        return 'silence';
      },
    };
    const { code } = await cli('pull', 'slack', 'netsuite', 'hubspot', ...base);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(file().apps), ['hubspot', 'netsuite', 'slack']);
  });

  test('waits after 429 for the time of Retry-After', async () => {
    answers = { slack: (count) => (count === 1 ? [429, {}, { 'retry-after': '1' }] : undefined) };
    const { code } = await cli('pull', 'slack', ...base);
    assert.equal(code, 0);
    const [first, second] = requests;
    assert.ok(second.at - first.at >= 990, `${second.at - first.at} ms`);
  });

  test('429 without a time: asks more patiently, and all wait', async () => {
    answers = { slack: (count) => (count < 5 ? [429, {}] : undefined) };
    const { code } = await cli('pull', 'slack', ...base);
    assert.deepEqual([code, requests.length], [0, 5]);
    assert.ok(requests[4].at - requests[3].at >= 1_990);
  });

  test('the local endpoint, while it rejects some requests', async () => {
    const endpoint = await serve(['--fail', '429; count=9; retry-after=0', '--fail', '503; count=3']);
    const { code, stderr } = await cli('pull', '--all', '--base-url', endpoint.url);
    assert.deepEqual([code, stderr], [0, `auth-object.schemas.json: ${apps().length} of ${apps().length} apps\n`]);
    for (const [slug, structure] of Object.entries(file().apps)) assert.deepEqual(structure, authStructure(slug));
    assert.deepEqual(
      (await cli('drift', '--base-url', endpoint.url)).stdout,
      `${apps().length} compared, 0 different\n`,
    );
    assert.equal(await endpoint.end(), 0);
  });

  test('a slug that objects have by themselves is one like any other', async () => {
    answers = Object.fromEntries([['__proto__', () => [200, { keybased: { key: 'string' } }]]]);
    const { code } = await cli('pull', '__proto__', 'constructor', ...base);
    assert.equal(code, 1);
    assert.deepEqual(Object.keys(file().apps), ['__proto__']);
  });

  test('a service that fails for good, is silent or is not there: 2, and the file stays', async () => {
    writeFileSync(FILE, 'as it was');
    answers = { hubspot: () => [500, 'fake-sentinel'], netsuite: () => 'silence', slack: () => [404, {}] };
    const cases: [slug: string, options: string[], reason: string][] = [
      ['hubspot', [], 'status 500'],
      ['netsuite', ['--timeout', '0.1'], 'no complete answer in 0.1 s'],
      ['slack', [], 'status 404'],
    ];
    const failing = cases.map(async ([slug, options, reason]) => {
      const { code, stderr } = await cli('pull', slug, 'copper', ...base, ...options);
      assert.deepEqual(
        [code, stderr],
        [2, `error: Cannot fetch the auth structure of ${slug} from ${base[1]}: ${reason}.\n`],
      );
    });
    const nowhere = cli('pull', 'slack', '--base-url', 'http://127.0.0.1:9').then(({ code, stderr }) => {
      assert.match(stderr, /of slack from \S+: (ECONNREFUSED|no connection)\.\n$/);
      assert.equal(code, 2);
    });
    await Promise.all([...failing, nowhere]);
    assert.equal(readFileSync(FILE, 'utf8'), 'as it was');
  });

  test('a file that cannot be written: 2', async () => {
    const { code, stderr } = await cli('pull', 'slack', '--out', 'no/such/folder.json', ...base);
    assert.deepEqual([code, stderr], [2, 'error: Cannot write no/such/folder.json: the folder does not exist.\n']);
  });
});

describe('drift', () => {
  /** Netsuite as the service might have it one day. */
  const changed = (): Answer => {
    const { keybased, oauth2 } = authStructure('netsuite') as AuthStructure;
    const { token_id: _, ...rest } = keybased;
    return [
      200,
      {
        keybased: { ...rest, realm: 'string', note: { type: 'string', required: false } },
        oauth2: { ...oauth2, refresh_token: 'string', account_id: 'number' },
        saml: { certificate: 'string' },
      },
    ];
  };

  test('no difference: 0, and nothing is written', async () => {
    const { code, stdout } = await cli('drift', 'netsuite', 'slack', ...base);
    assert.deepEqual([code, stdout], [0, '2 compared, 0 different\n']);
    assert.equal(existsSync(FILE), false);
  });

  test('against the catalogue: field by field', async () => {
    answers = { netsuite: changed, copper: () => [200, {}], my_app: () => [200, { keybased: { key: 'string' } }] };
    const { code, stdout } = await cli('drift', 'netsuite', 'slack', 'nobody', 'copper', 'my_app', ...base);
    assert.equal(code, 1);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'netsuite',
      '  - keybased.token_id',
      '  + keybased.realm: required',
      '  + keybased.note: optional',
      '  ~ oauth2.refresh_token: optional → required',
      '  ~ oauth2.account_id: string → number',
      '  + saml (auth type)',
      '  + saml.certificate: required',
      'nobody: the service does not have this app',
      'copper: a custom app either for the service or here, but not for both',
      'my_app: only the service has this app',
      '5 compared, 4 different',
    ]);
  });

  test('against the pulled file: its apps, where none are named', async () => {
    answers = { netsuite: changed, my_app: () => [200, {}] };
    assert.equal((await cli('pull', 'netsuite', 'my_app', ...base)).code, 0);
    // The service is asked that the file is from.
    assert.deepEqual((await cli('drift')).stdout, '2 compared, 0 different\n');
    assert.equal((await cli('drift', 'netsuite', '--no-schemas', ...base)).code, 1);
    answers = { my_app: () => [200, {}] };
    const before = readFileSync(FILE, 'utf8');
    const { code, stdout } = await cli('drift', '--json', ...base);
    assert.equal(code, 1);
    const { against, compared, different } = JSON.parse(stdout);
    assert.deepEqual([against.file, against.baseUrl, compared], ['auth-object.schemas.json', base[1], 2]);
    assert.deepEqual(different[0].slug, 'netsuite');
    assert.deepEqual(different[0].changes[0], { authType: 'keybased', field: 'realm', change: 'removed' });
    assert.deepEqual(different[0].changes.at(-1), { authType: 'saml', field: 'certificate', change: 'removed' });
    assert.equal(readFileSync(FILE, 'utf8'), before);
  });

  test('a service that does not answer: 2', async () => {
    answers = { slack: () => 'silence' };
    const { code, stdout } = await cli('drift', 'slack', '--timeout', '0.1', ...base);
    assert.deepEqual([code, stdout], [2, '']);
  });
});
