// Wrong options of every public function: where the error says the mistake is, and that it contains no value.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'vitest';
import { createEndpoint, memoryStore, OptionError, openCredentials, parseFault } from '../entry/index.ts';
import { handlers } from '../entry/msw.ts';
import { sqliteStore, startEndpoint, verifyByDns } from '../entry/node.ts';

const SECRET = 'fake-sentinel-value';
const opening = { store: memoryStore(), key: new Uint8Array(32), linkedAccountId: 'a', slug: 'hubspot' };

const ORIGIN =
  'must be an origin, such as "http://localhost:5173", or "*" for all; name each origin separately, without a path or a pattern.';
const WRONG_ORIGINS = [
  ...[
    '',
    ' ',
    'true',
    'null',
    'localhost',
    'localhost:5173',
    '//localhost',
    'http://',
    'http:localhost',
    '*.localhost',
  ],
  ...[
    'http://localhost//',
    'http://localhost/path',
    'http://localhost?a',
    'http://u:p@localhost',
    'http://a b',
    'http://a:x',
    'https://*.page.example',
    'http://a.test,http://b.test',
  ],
];

/** The function, a wrong argument, the path of the mistake, and the message after the function's name. */
const CASES: [(argument: never) => unknown, unknown, string, string][] = [
  [createEndpoint, { apiKeys: SECRET }, 'apiKeys', 'the option "apiKeys" must be an array of strings.'],
  ...['', ' ', '\u00a0\t'].map((key): (typeof CASES)[number] => [
    createEndpoint,
    { apiKeys: [SECRET, key] },
    'apiKeys[1]',
    'the option "apiKeys[1]" must not be blank; to accept any key, leave out apiKeys.',
  ]),
  ...WRONG_ORIGINS.flatMap((origin): typeof CASES => [
    [createEndpoint, { cors: origin }, 'cors', `the option "cors" ${ORIGIN}`],
    [startEndpoint, { cors: ['http://localhost:5173', origin] }, 'cors[1]', `the option "cors[1]" ${ORIGIN}`],
  ]),
  [startEndpoint, { localRoutes: 'yes' }, 'localRoutes', 'the option "localRoutes" must be true or false.'],
  [
    startEndpoint,
    { hosts: 'endpoint' },
    'hosts',
    'the option "hosts" must be an array of host names, such as "endpoint" or "endpoint:4010".',
  ],
  ...['http://endpoint', 'a,b', '*.local', 'a/', 7].map((host): (typeof CASES)[number] => [
    startEndpoint,
    { hosts: ['endpoint', host] },
    'hosts[1]',
    'the option "hosts[1]" must be a host name, such as "endpoint" or "endpoint:4010"; name each host separately, without a scheme, a path or a pattern.',
  ]),
  [createEndpoint, { store: {} }, 'store', 'the option "store" must be a store, such as memoryStore().'],
  [createEndpoint, { shape: SECRET }, 'shape', 'the option "shape" must be "typed" or "flat".'],
  [
    createEndpoint,
    { requestId: SECRET },
    'requestId',
    'the option "requestId" must be a function that returns a string.',
  ],
  [startEndpoint, { port: 65536 }, 'port', 'the option "port" must be a whole number from 0 to 65535.'],
  [startEndpoint, { org: 7 }, 'org', 'the option "org" must be a string.'],
  [
    handlers,
    { cors: 7 },
    'cors',
    'the option "cors" must be true, false, an origin such as "http://localhost:5173", or an array of origins.',
  ],
  [
    handlers,
    { baseUrl: SECRET },
    'baseUrl',
    'the option "baseUrl" must be a URL such as "https://app.refold.ai", or an array of URLs.',
  ],
  [
    handlers,
    { baseUrl: [7] },
    'baseUrl',
    'the option "baseUrl" must be a URL such as "https://app.refold.ai", or an array of URLs.',
  ],
  [handlers, undefined, '', ''],
  [openCredentials, { ...opening, slug: 7 }, 'slug', 'the option "slug" must be a string.'],
  [
    openCredentials,
    { ...opening, linkedAccountId: undefined },
    'linkedAccountId',
    'the option "linkedAccountId" must be a string.',
  ],
  [
    openCredentials,
    { store: opening.store, key: opening.key, slug: 'a' },
    'linkedAccountId',
    'the option "linkedAccountId" must be set.',
  ],
  [sqliteStore, '', '', 'the file must be a path, such as "endpoint.db".'],
  [verifyByDns, SECRET, '', 'the lookup must be a function (host) that returns a promise.'],
  [
    parseFault,
    7,
    '',
    'the fault must look like "429", "429:0.1" (a tenth of the requests) or "500; count=3; delay=200; retry-after=5" (delay in ms, retry-after in s).',
  ],
  [parseFault, '200', 'status', 'the status must be a whole number from 400 to 599.'],
];

async function errorOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

for (const [call, argument, option, message] of CASES) {
  test(`${call.name}: ${message || 'no options'}`, async () => {
    const error = await errorOf(() => call(argument as never));
    if (message === '') return assert.equal(error, undefined);
    assert.ok(error instanceof OptionError);
    assert.deepEqual([error.message, error.option, error.code], [`${call.name}: ${message}`, option, 'invalid_option']);
    assert.ok(!inspect(error, { depth: 9 }).includes('sentinel'));
  });
}

for (const call of [createEndpoint, startEndpoint, handlers, openCredentials] as ((options: never) => unknown)[]) {
  test(`${call.name}: an unknown option, and no object`, async () => {
    const options = call === openCredentials ? opening : {};
    const unknown = await errorOf(() => call({ ...options, slugs: SECRET } as never));
    assert.ok(unknown instanceof OptionError);
    assert.deepEqual([unknown.code, unknown.option], ['unknown_option', 'slugs']);
    assert.match(
      unknown.message,
      new RegExp(`^${call.name}: unknown option "slugs"; the options are store, key, .*\\.$`),
    );
    for (const wrong of [null, 7, [], SECRET]) {
      const error = await errorOf(() => call(wrong as never));
      assert.ok(error instanceof OptionError);
      assert.match(error.message, new RegExp(`^${call.name}: the options must be an object .*\\.$`));
      assert.ok(!error.message.includes(SECRET));
    }
  });
}

test('origins and keys that are right', () => {
  for (const cors of [
    true,
    false,
    '*',
    'http://localhost:5173',
    'http://localhost:5173/',
    'https://Page.example',
    'chrome-extension://abc',
    [],
  ]) {
    createEndpoint({ cors });
  }
  createEndpoint({ cors: ['*', 'http://[::1]:3000'], apiKeys: [] });
});
