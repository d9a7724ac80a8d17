// Exotic options are mistakes of the caller. What the caller's own getters throw is passed on.
import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { describe, test } from 'vitest';
import {
  createEndpoint,
  EndpointError,
  memoryStore,
  openCredentials,
  parseFault,
  seededRandom,
} from '../entry/index.ts';
import { handlers } from '../entry/msw.ts';
import { sqliteStore, startEndpoint, verifyByDns } from '../entry/node.ts';
import { client } from '../testing/client.ts';

// biome-ignore lint/suspicious/noExplicitAny: wrong values are the point.
type Any = any;

class OwnError extends Error {}
const fail = () => {
  throw new OwnError('mine');
};
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const detached = new Uint8Array(32);
structuredClone(detached.buffer, { transfer: [detached.buffer] });
const realm = createContext({});

const VALUES: Any[] = [
  ...[undefined, null, 0, -1, Number.NaN, 10n, true, '', '\ud800', '\0', Symbol('fake'), () => {}, class {}, /x/],
  ...[[], [1], new Array(3), {}, { length: 3 }, Object.create(null), Object.prototype, new Map(), new Date(Number.NaN)],
  ...[revoked, detached, new SharedArrayBuffer(32), new Uint8Array(31), new DataView(new ArrayBuffer(32)), globalThis],
  ...['({})', '[]', 'new Map()', 'new Uint8Array(32)'].map((code) => runInContext(code, realm)),
  ...[new String('fake'), new URL('http://fake.example'), new Error('fake'), JSON.parse('{"__proto__":{"fake":1}}')],
  ...[{ toString: fail }, { toJSON: fail }, { [Symbol.iterator]: fail }, new Proxy({}, { get: fail })],
];
const OPTIONS = [
  ...['apiKeys', 'environment', 'linkedAccounts', 'customApps', 'shape', 'trust', 'org', 'limits', 'store', 'seed'],
  ...['key', 'verify', 'faults', 'random', 'cors', 'log', 'onError', 'requestId'],
];
const withOption = (name: string, value: unknown): Any => Object.fromEntries([[name, value]]);

const calls: Record<string, (value: Any) => unknown> = {
  createEndpoint,
  handlers,
  'handlers, baseUrl': (baseUrl) => handlers({ baseUrl }),
  parseFault,
  seededRandom,
  verifyByDns,
  openCredentials,
  'openCredentials, key': (key) => openCredentials({ store: memoryStore(), key, linkedAccountId: 'a', slug: 'slack' }),
  'sqliteStore, file': (value) => typeof value !== 'string' && sqliteStore(value).close(),
  'startEndpoint, port': async (port) => (await startEndpoint({ port })).close(),
  'startEndpoint, hosts': async (hosts) => (await startEndpoint({ hosts })).close(),
  'startEndpoint, localRoutes': async (localRoutes) => (await startEndpoint({ localRoutes })).close(),
  ...Object.fromEntries(
    [...OPTIONS, 'fake', '__proto__'].map((name) => [
      `createEndpoint, ${name}`,
      (value: unknown) => createEndpoint(withOption(name, value)),
    ]),
  ),
};

describe('exotic values', () => {
  const members = Reflect.ownKeys(Object.prototype).length;
  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      for (const value of VALUES) {
        try {
          await call(value);
        } catch (error) {
          const isExpected = error instanceof TypeError || error instanceof EndpointError || error instanceof OwnError;
          assert.ok(isExpected, String((error as Error)?.stack));
        }
      }
      assert.equal(Reflect.ownKeys(Object.prototype).length, members);
      const { status } = await client(createEndpoint())('GET', '/_local/health');
      assert.equal(status, 200);
    });
  }
});

test('what a getter of the options throws is passed on', async () => {
  for (const name of OPTIONS) {
    const options = Object.defineProperty({}, name, { enumerable: true, get: fail });
    assert.throws(() => createEndpoint(options), OwnError, name);
    assert.throws(() => handlers(options), OwnError, name);
    await assert.rejects(startEndpoint(options), OwnError, name);
  }
});
