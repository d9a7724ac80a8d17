// serve: the endpoint as a process, its options, its log, its end.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { type RunOptions, run, scratch } from '../testing/run.ts';
import { migrate, type Served, serve } from '../testing/serve.ts';

const folder = scratch();
const KEY = Buffer.alloc(32, 7).toString('base64');

/** Starts it, uses it, ends it; gives what it printed. */
async function withServe(args: string[], use: (url: string, server: Served) => unknown, options: RunOptions = {}) {
  const server = await serve(args, { cwd: folder, ...options });
  try {
    await use(server.url, server);
  } finally {
    await server.end();
  }
  return server.printed;
}

/** Resets the state under this name of the host, and gives the status. */
async function reset(url: string, host: string): Promise<number | undefined> {
  const sent = request(`${url}/_local/reset`, { method: 'POST', headers: { host } }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

test('a first start: the documented account exists, another can be created', async () => {
  const { stderr } = await withServe([], async (url, { printed }) => {
    assert.deepEqual((await migrate(url)).body, { success: true, message: 'Token migrated successfully' });
    const refused = await migrate(url, { account: 'account:12345' });
    assert.match(refused.body.message, /^linked account with id account:12345 does not exist in test environment$/);
    // The command of the banner.
    const [, route = '', body] = /curl -X POST "(\S+)"[\s\S]*?-d '(.+)'/.exec(printed.stderr) ?? [];
    const headers = { 'x-api-key': 'YOUR_API_KEY', 'content-type': 'application/json' };
    assert.equal((await fetch(route, { method: 'POST', headers, body })).status, 200);
    assert.equal((await migrate(url, { account: 'account:12345' })).status, 200);
  });
  assert.doesNotMatch(stderr, /warning/);
});

describe('its log', () => {
  test('a line for each request, on standard output alone', async () => {
    const { stdout } = await withServe([], (url) => migrate(url));
    assert.match(stdout, /^\d\d:\d\d:\d\d 200 PUT \/api\/v2\/public\/migrate-token \(hubspot, test, \d+ ms\)\n$/);
    assert.equal((await withServe(['--log', 'none'], (url) => migrate(url))).stdout, '');
  });

  test('as JSON', async () => {
    const { stdout } = await withServe(['--log', 'json'], (url) => migrate(url));
    const { method, path, status, slug } = JSON.parse(stdout);
    assert.deepEqual([method, path, status, slug], ['PUT', '/api/v2/public/migrate-token', 200, 'hubspot']);
  });

  test('a slug gives the terminal no orders', async () => {
    for (const log of ['pretty', 'json']) {
      const { stdout } = await withServe(['--log', log, '--accounts', 'any'], async (url) => {
        for (const slug of ['\u001b[2J', '\u009b2J', '\u202eskcals', 'a\u2028b\nfake']) await migrate(url, { slug });
      });
      assert.doesNotMatch(stdout, /(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u);
      assert.equal(stdout.trimEnd().split('\n').length, 4);
    }
  });

  test('no secret, whatever is asked', async () => {
    const secret = 'fakesentinel91c4';
    const text = JSON.stringify({ slug: 'hubspot', auth_object: { oauth2: { access_token: secret } } });
    for (const log of ['pretty', 'json']) {
      const args = ['--log', log, '--accounts', 'any', '--api-key', `tk_${secret}`, '--store', `${log}.db`];
      const env = { AUTH_OBJECT_KEY: KEY, AUTH_OBJECT_API_KEYS: `pk_${secret}` };
      const { stdout, stderr } = await withServe(
        args,
        async (url) => {
          const paths = ['migrate-token', `migrate-token/${secret}`, secret, `linked-account/${secret}?key=${secret}`];
          for (const path of paths) {
            for (const [key, body] of [
              [`tk_${secret}`, text],
              [secret, text],
              [`pk_${secret}`, text.slice(0, -3)],
            ]) {
              await fetch(`${url}/api/v2/public/${path}`, {
                method: 'PUT',
                headers: { 'x-api-key': key, linked_account_id: secret, 'x-auth-object-fail': secret },
                body,
              });
            }
          }
        },
        { env },
      );
      assert.ok(stdout.split('\n').length > 10);
      assert.ok(!(stdout + stderr).includes(secret));
      assert.ok(!(stdout + stderr).includes(KEY));
      assert.ok(!readFileSync(join(folder, `${log}.db`)).includes(secret.slice(4)), 'the store is encrypted');
    }
  });
});

describe('its options', () => {
  test('--accounts any', () =>
    withServe(['--accounts', 'any'], async (url) => {
      assert.equal((await migrate(url, { account: 'account:12345' })).status, 200);
    }));

  test('--api-key and AUTH_OBJECT_API_KEYS: any other key is rejected; a warning that others can read it', async () => {
    const env = { AUTH_OBJECT_API_KEYS: 'tk-fake-two, tk-fake-three' };
    const { stderr } = await withServe(
      ['--api-key', 'tk-fake-one'],
      async (url) => {
        const status = async (key: string) => (await migrate(url, { headers: { 'x-api-key': key } })).status;
        for (const key of ['tk-fake-one', 'tk-fake-two', 'tk-fake-three']) assert.equal(await status(key), 200);
        assert.equal(await status('tk-fake-four'), 401);
      },
      { env },
    );
    assert.match(stderr, /warning: Every user of this machine can read --api-key/);
    assert.match(stderr, /warning: Only the given API keys are valid/);
  });

  test('--fail, more than once', () =>
    withServe(['--fail', '503; count=1; retry-after=7', '--fail', '429; count=1'], async (url) => {
      const first = await migrate(url);
      assert.deepEqual([first.status, first.headers.get('retry-after')], [503, '7']);
      assert.equal((await migrate(url)).status, 429);
      assert.equal((await migrate(url)).status, 200);
    }));

  test('--cors: off, for all, for some', async () => {
    const allowed = async (args: string[], origin: string) => {
      let value: string | null | undefined;
      await withServe(args, async (url) => {
        const { headers } = await fetch(`${url}/_local/health`, { headers: { origin } });
        value = headers.get('access-control-allow-origin');
      });
      return value;
    };
    assert.equal(await allowed([], 'http://localhost:5173'), null);
    assert.equal(await allowed(['--cors'], 'http://localhost:5173'), '*');
    const some = ['--cors', 'http://localhost:5173', '--cors', 'http://localhost:3000'];
    assert.equal(await allowed(some, 'http://localhost:3000'), 'http://localhost:3000');
    assert.equal(await allowed(some, 'http://localhost:9999'), null);
    for (const all of [['--cors', 'true'], ['--cors=*'], ['--cors', '--cors', 'http://localhost:3000']]) {
      assert.equal(await allowed(all, 'http://localhost:9999'), '*', all.join(' '));
    }
  });

  test('--custom-app, --shape, --trust, --org, --environment, --limit', () =>
    withServe(
      [
        ...['--custom-app', 'my_app', '--shape', 'typed', '--trust', 'documented', '--org', 'fake-org'],
        ...['--environment', 'production', '--limit', 'requestBytes=200', '--accounts', 'any'],
      ],
      async (url) => {
        const custom = await migrate(url, { slug: 'my_app' });
        assert.deepEqual(custom, {
          ...custom,
          status: 200,
          body: { error: 'Custom apps are not supported for this endpoint.' },
        });
        assert.equal((await migrate(url, { authObject: { access_token: 'fake' } })).status, 400, 'flat');
        assert.equal((await migrate(url, { slug: 'stripe', authObject: { keybased: { other: 'fake' } } })).status, 200);
        assert.equal((await migrate(url, { authObject: { oauth2: { access_token: 'fake'.repeat(50) } } })).status, 413);
        const application = await fetch(`${url}/api/v2/public/application/nobody`, {
          headers: { 'x-api-key': 'fake', linked_account_id: 'fake' },
        });
        assert.match((await application.json()).message, /for org fake-org$/);
      },
    ));

  test('--environment production: the documented account exists too', () =>
    withServe(['--environment', 'production'], async (url) => assert.equal((await migrate(url)).status, 200)));

  test('--seed', async () => {
    const integrations = [
      { slug: 'copper', auth_object: { keybased: { api_token: 'fake', email: 'fake@example.com' } } },
    ];
    const seed = { environments: { test: { linked_accounts: [{ account_id: 'seeded', integrations }] } } };
    writeFileSync(join(folder, 'seed.json'), JSON.stringify(seed));
    await withServe(['--seed', 'seed.json'], async (url) => {
      const authObject = { api_token: 'fake', email: 'fake@example.com' };
      const { body } = await migrate(url, { slug: 'copper', account: 'seeded', authObject });
      assert.equal(body.message, 'Integration - copper updated');
      assert.equal((await migrate(url)).status, 400, 'the documented account does not exist');
    });
  });

  test('--store: what was answered is kept over a restart', async () => {
    const env = { AUTH_OBJECT_KEY: KEY };
    const flat = { authObject: { access_token: 'fake-access-token' } };
    const messages: string[] = [];
    for (const _ of [1, 2]) {
      const { stderr } = await withServe(
        ['--store', 'endpoint.db'],
        async (url) => messages.push((await migrate(url, flat)).body.message),
        { env },
      );
      assert.doesNotMatch(stderr, /warning/);
    }
    assert.deepEqual(messages, ['Integration - hubspot created', 'Integration - hubspot updated']);
    const { stderr } = await withServe(['--store', 'keyless.db'], () => {});
    assert.match(
      stderr,
      /warning: Without AUTH_OBJECT_KEY nobody can read the credentials in keyless\.db after a restart/,
    );
    const other = Buffer.alloc(32, 8).toString('base64');
    for (const AUTH_OBJECT_KEY of [other, '']) {
      const args = ['serve', '--port', '0', '--store', 'endpoint.db'];
      const wrong = await run(args, { cwd: folder, env: { AUTH_OBJECT_KEY } });
      assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
      assert.match(wrong.stderr, /^error: The store [^\n]* AUTH_OBJECT_KEY [^\n]*\n$/);
      assert.match(wrong.stderr, /delete the file/);
      for (const key of [KEY, other]) assert.ok(!wrong.stderr.includes(key.slice(0, 6)));
    }
    await withServe(['--store', 'endpoint.db'], () => {}, { env });
  });

  test('--store: a key can be set later, as the warning says', async () => {
    const args = ['--store', 'later.db', '--accounts', 'any'];
    const flat = { authObject: { access_token: 'fake-access-token' } };
    for (const key of ['', KEY]) {
      const env = { AUTH_OBJECT_KEY: key };
      await withServe(args, async (url) => assert.equal((await migrate(url, flat)).status, 200), { env });
    }
  });

  test('--allow-host, --host, --local-routes: for whom it answers', async () => {
    const statuses = async (args: string[]) => {
      const found: (number | undefined)[] = [];
      const printed = await withServe(args, async (url) => {
        for (const host of ['localhost', 'endpoint:4010', 'evil.example']) found.push(await reset(url, host));
      });
      return { found, ...printed };
    };
    assert.deepEqual((await statuses([])).found, [200, 421, 421]);
    assert.deepEqual((await statuses(['--allow-host', 'endpoint', '--allow-host', 'other:80'])).found, [200, 200, 421]);
    const open = await statuses(['--host', '0.0.0.0', '--allow-host', 'endpoint']);
    assert.deepEqual(open.found, [403, 403, 421]);
    assert.match(open.stdout, / 421 POST \S+ \(this host needs --allow-host, /);
    assert.match(open.stdout, / 403 POST \S+ \(this route needs --local-routes, /);
    assert.match(open.stderr, /warning: Other machines can reach this address\..*--allow-host/);
    assert.deepEqual((await statuses(['--host', '0.0.0.0', '--local-routes'])).found, [200, 421, 421]);
    assert.deepEqual((await statuses(['--api-key', 'tk-fake'])).found, [401, 421, 421]);
  });

  test('pulled schemas: the file of the folder, custom apps too', async () => {
    const keybased = { api_key: 'string' };
    const apps = { frappe_of_tests: { keybased }, hubspot: { keybased } };
    const pulled = { baseUrl: 'https://127.0.0.1', pulled: '2026-01-01T00:00:00.000Z' };
    const text = JSON.stringify({ ...pulled, apps, customApps: ['pulled_custom'] });
    writeFileSync(join(folder, 'pulled.json'), text);
    await withServe(['--schemas', 'pulled.json'], async (url, { printed }) => {
      assert.match(printed.stderr, /"keybased": \{\n *"api_key": "YOUR_API_KEY"\n/, 'the request to try');
      const authObject = { keybased: { api_key: 'fake' } };
      assert.equal((await migrate(url, { slug: 'frappe_of_tests', authObject })).body.success, true);
      assert.match((await migrate(url, { slug: 'pulled_custom' })).body.error, /^Custom apps/);
      const structure = await fetch(`${url}/api/v2/public/auth-structure/frappe_of_tests`);
      assert.deepEqual(await structure.json(), apps.frappe_of_tests);
    });
  });
});

describe('its end', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal}: open requests are answered, then 0`, async () => {
      const server = await serve(['--fail', 'delay=400', '--store', `${signal}.db`], { cwd: folder });
      const answer = migrate(server.url);
      while (!(await fetch(`${server.url}/_local/health`)).ok);
      const code = server.end(signal);
      assert.equal((await answer).status, 200);
      assert.equal(await code, 0);
      assert.ok(!existsSync(join(folder, `${signal}.db-wal`)), 'the store was closed');
    });
  }
});

test('a start that fails names the option of the command line', async () => {
  writeFileSync(join(folder, 'wrong.json'), '{ "environments": { "test": { "linked_accounts": 7 } } }');
  const integrations = [{ slug: 'slck', auth_object: { bot_token: 'fake' } }];
  const seed = { environments: { test: { linked_accounts: [{ account_id: 'a', integrations }] } } };
  writeFileSync(join(folder, 'slck.json'), JSON.stringify(seed));
  const misuses: [args: string[], message: string][] = [
    [[], 'AUTH_OBJECT_KEY must be 32 bytes as base64; "openssl rand -base64 32" creates a key.'],
    [
      ['--allow-host', 'http://endpoint:4010'],
      '--allow-host must be a host name, such as "endpoint" or "endpoint:4010"; ',
    ],
    [['--allow-host', 'a,b'], '--allow-host must be a host name'],
    [
      ['--cors', 'https://*.page.example'],
      '--cors must be an origin, such as "http://localhost:5173", or "*" for all; ',
    ],
    [['--host', ''], '--host must be an address'],
    [
      ['--seed', 'slck.json'],
      '"environments.test.linked_accounts[0].integrations[0].slug" of --seed: There is no app "slck" in the catalogue. Did you mean slack?\n',
    ],
    [['--seed', 'wrong.json'], '"environments.test.linked_accounts" of --seed must be an array'],
  ];
  for (const [args, message] of misuses) {
    const env: Record<string, string> = args.length === 0 ? { AUTH_OBJECT_KEY: 'abc' } : {};
    const { code, stderr } = await run(['serve', '--port', '0', ...args], { cwd: folder, env });
    assert.equal(code, 2);
    assert.ok(stderr.startsWith(`error: ${message}`), stderr);
  }
});

test('a start that fails: 2, one line, no value', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  writeFileSync(join(folder, 'broken.json'), '{ "fake-sentinel"');
  writeFileSync(join(folder, 'other.json'), '{ "environments": { "staging": "fake-sentinel" } }');
  const misuses: [args: string[], env: Record<string, string>][] = [
    [['--port', String((taken.address() as AddressInfo).port)], {}],
    [['--port', 'fake-sentinel'], {}],
    [['--host', '203.0.113.1'], {}],
    [['--fail', 'fake-sentinel'], {}],
    [['--fail', '429:7'], {}],
    [['--seed', 'absent.json'], {}],
    [['--seed', 'broken.json'], {}],
    [['--seed', 'other.json'], {}],
    [['--store', 'no/such/folder.db'], {}],
    [['--accounts', 'fake-sentinel'], {}],
    [[], { AUTH_OBJECT_KEY: 'fake-sentinel' }],
    [['--api-key', ''], {}],
    [['--api-key='], {}],
    [['--api-key', 'tk-fake-sentinel', '--api-key', ' '], {}],
    [[], { AUTH_OBJECT_API_KEYS: '' }],
    [['--api-key', 'tk-fake-sentinel'], { AUTH_OBJECT_API_KEYS: ' , ' }],
    ...['', 'fake-sentinel', 'http://localhost/sentinel', 'null'].map((cors): (typeof misuses)[number] => [
      [`--cors=${cors}`],
      {},
    ]),
    ...['', 'http://sentinel', 'a/sentinel'].map((name): (typeof misuses)[number] => [['--allow-host', name], {}]),
  ];
  for (const [args, env] of misuses) {
    const { code, stdout, stderr } = await run(['serve', '--port', '0', ...args], { cwd: folder, env });
    assert.deepEqual([code, stdout], [2, ''], [...args, ...Object.keys(env)].join(' '));
    assert.match(stderr, /^error: [^\n]+\n$/, stderr);
    assert.doesNotMatch(stderr, /sentinel|unexpected/, stderr);
  }
  taken.close();
});
