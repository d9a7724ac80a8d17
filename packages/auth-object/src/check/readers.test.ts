// A JS object and the text that JSON.stringify makes of it give the same verdict, byte for byte.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { app, apps, checkRequest } from '../testing/untyped.ts';

const context = { requestId: 'fixed', now: 1_700_000_000_000 };
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const catalog = apps().map(({ slug }) => app(slug));
const fieldNames = [
  ...new Set(
    catalog.flatMap(({ auth }) => Object.values(auth).flatMap(({ fields }) => fields.map(({ name }) => name))),
  ),
];

const text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'fake-token',
      'fake-value',
      ' fake ',
      '',
      ' ',
      '\u200bfake',
      'Bearer fake',
      'https://fake.example',
      '{"a":1}',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme' }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('a', 'ä', '"', '\\', '\n', '\u0000', '\ud800', '\udc00', '😀') }),
  },
);
const primitive = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Symbol('s'), () => 1),
);
/** The same value in the odd clothes that JSON.stringify knows. */
const dressed = fc.oneof(
  { weight: 8, arbitrary: primitive },
  { weight: 1, arbitrary: text.map((value) => new String(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      new Number(7),
      new Boolean(false),
      new Date(0),
      new Date(Number.NaN),
      new Map([['a', 1]]),
      new Set([1]),
      /a/,
      new Uint8Array(2),
    ),
  },
  { weight: 1, arbitrary: primitive.map((value) => ({ toJSON: () => value })) },
  { weight: 1, arbitrary: fc.constant({ toJSON: (key) => `fake-${key}` }) },
  { weight: 1, arbitrary: fc.constant(Object.assign(() => 1, { toJSON: () => 'fake' })) },
);
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('oauth2', 'keybased', ...fieldNames.slice(0, 40)) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'toJSON', 'constructor', '0', '-1', 'auth_object', 'slug', '') },
  { weight: 1, arbitrary: text },
);

function record(value) {
  return fc
    .array(fc.tuple(key, value), { maxLength: 6 })
    .chain((pairs) =>
      fc.constantFrom('plain', 'getters', 'null', 'proxy', 'inherits').map((kind) => make(kind, pairs)),
    );
}

function make(kind, pairs) {
  const target =
    kind === 'null' ? Object.create(null) : kind === 'inherits' ? Object.create({ inherited: 'fake' }) : {};
  for (const [name, value] of pairs) {
    if (name === 'toJSON' && typeof value === 'function') continue;
    const own = kind === 'getters' ? { get: () => value } : { value, writable: true };
    Object.defineProperty(target, name, { ...own, enumerable: true, configurable: true });
  }
  Object.defineProperty(target, 'hidden', { value: 1n, enumerable: false });
  return kind === 'proxy' ? new Proxy(target, {}) : target;
}

const deep = fc.oneof(
  { weight: 3, arbitrary: dressed },
  { weight: 1, arbitrary: record(dressed) },
  { weight: 1, arbitrary: fc.array(dressed, { maxLength: 3 }) },
);
const authObject = fc.oneof(
  { weight: 4, arbitrary: record(deep) },
  { weight: 4, arbitrary: record(record(deep)) },
  { weight: 1, arbitrary: dressed },
);
const slug = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...catalog.map((known) => known.slug)) },
  { weight: 1, arbitrary: dressed },
);
/** A request that fits an app, so that the accepting side is met as well. */
const fitting = fc.constantFrom(...catalog).chain((known) =>
  fc.constantFrom(...Object.entries<Untyped>(known.auth)).chain(([authType, { fields }]) =>
    fc.subarray(fields.map(({ name }) => name)).chain((names) => {
      const filled = Object.fromEntries(
        [...names, ...fields.filter(({ required }) => required).map(({ name }) => name)].map((name) => [
          name,
          'fake-value',
        ]),
      );
      return fc.constantFrom(
        { slug: known.slug, auth_object: filled },
        { slug: known.slug, auth_object: { [authType]: filled } },
      );
    }),
  ),
);
const body = fc.oneof(
  fitting,
  fc
    .tuple(slug, authObject, deep, fc.boolean())
    .map(([slug, auth_object, extra, reversed]) =>
      reversed ? { auth_object, extra, slug } : { slug, extra, auth_object },
    ),
  record(deep),
);

test('an object and its JSON text give the same verdict', () => {
  fc.assert(
    fc.property(body, (value) => {
      const fromObject = checkRequest({ headers, body: value }, context);
      const fromText = checkRequest({ headers, body: JSON.stringify(value) }, context);
      assert.equal(JSON.stringify(fromObject), JSON.stringify(fromText));
    }),
    { numRuns: Number(process.env.RUNS ?? 5000) },
  );
});

test('objects with the same keys and different values get different verdicts', () => {
  const values = fc.array(
    fc.oneof(text, fc.constantFrom('0a1b2c3d', 'sk_test_0a1b2c3d4e5f', 'xoxb-0a1b2c3d', 'your-key', 'key')),
    {
      minLength: 1,
    },
  );
  const keys = fc.oneof(
    { weight: 4, arbitrary: fitting.map(({ slug, auth_object }) => ({ slug, auth_object })) },
    { weight: 1, arbitrary: fc.record({ slug, auth_object: record(text) }) },
  );
  fc.assert(
    fc.property(keys, values, key, values, (form, first, extra, second) => {
      for (const letters of [first, first, second, first]) {
        let next = 0;
        const named = { ...form, auth_object: { ...form.auth_object, [extra as string]: 'fake' } };
        for (const each of [form, named]) {
          const json = JSON.stringify(each, (name, value) =>
            typeof value === 'string' && name !== 'slug' ? letters[next++ % letters.length] : value,
          );
          const fromObject = checkRequest({ headers, body: JSON.parse(json) }, context);
          assert.equal(JSON.stringify(fromObject), JSON.stringify(checkRequest({ headers, body: json }, context)));
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 3000) },
  );
});

test('text and its bytes give the same verdict', () => {
  fc.assert(
    fc.property(body, (value) => {
      const json = JSON.stringify(value);
      const fromBytes = checkRequest({ headers, body: new TextEncoder().encode(json) }, context);
      assert.equal(JSON.stringify(fromBytes), JSON.stringify(checkRequest({ headers, body: json }, context)));
    }),
    { numRuns: 500 },
  );
});

test('getters and toJSON give what they give JSON.stringify', () => {
  const body = () => ({
    get auth_object() {
      return {
        get oauth2() {
          return {
            get access_token() {
              return { toJSON: (key) => `fake-${key}` };
            },
          };
        },
      };
    },
    get extra() {
      return [{ toJSON: (key) => ({ key }) }];
    },
    get slug() {
      return 'hubspot';
    },
    toJSON: undefined,
  });
  const fromText = checkRequest({ headers, body: JSON.stringify(body()) }, context);
  assert.equal(fromText.ok, true);
  assert.deepEqual(checkRequest({ headers, body: body() }, context), fromText);
});

test('what has no JSON text is invalid_json at its place', () => {
  const place = (body) => {
    const verdict = checkRequest({ headers, body }, context);
    assert.equal(verdict.ok, false);
    assert.deepEqual(
      verdict.issues.map(({ code }) => code),
      ['invalid_json'],
    );
    assert.throws(() => JSON.stringify(body));
    return verdict.issues[0].path;
  };
  const cycle: Untyped = { slug: 'hubspot', auth_object: { oauth2: {} } };
  cycle.auth_object.oauth2.access_token = cycle;
  assert.deepEqual(place(cycle), ['auth_object', 'oauth2', 'access_token']);
  const self: Untyped = { auth_object: { a: 1, list: [] } };
  self.auth_object.list.push(self.auth_object.list);
  assert.deepEqual(place(self), ['auth_object', 'list', '0']);
  assert.equal(checkRequest({ headers, body: self }, context).issues[0].what, 'cycle');
  const unknown: Untyped = { meta: { list: [{}] } };
  unknown.meta.list[0].back = unknown.meta;
  assert.deepEqual(place(unknown), ['meta', 'list', '0', 'back']);
  assert.deepEqual(place({ slug: 'hubspot', auth_object: { access_token: 1n } }), ['auth_object', 'access_token']);
  assert.deepEqual(place({ slug: Object(1n) }), ['slug']);
  assert.deepEqual(
    place({
      auth_object: {
        get access_token() {
          throw new Error('fake-secret');
        },
      },
    }),
    ['auth_object', 'access_token'],
  );
  assert.deepEqual(
    place({
      auth_object: new Proxy(
        {},
        {
          ownKeys() {
            throw new Error();
          },
        },
      ),
    }),
    ['auth_object'],
  );
  assert.deepEqual(
    place({
      toJSON() {
        throw new Error();
      },
    }),
    ['body'],
  );
  // An accepted request but for a member that no rule reads.
  const accepted = { slug: 'hubspot', auth_object: { access_token: 'fake', refresh_token: 'fake' } };
  assert.deepEqual(place({ ...accepted, other: { list: [0, 1n] } }), ['other', 'list', '1']);
  assert.deepEqual(place({ ...accepted, linked_account_id: 7n }), ['linked_account_id']);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.deepEqual(place(proxy), ['body']);
});

test('the same object twice is not a cycle, and BigInt.prototype.toJSON counts', () => {
  const shared = { a: [] };
  const body = {
    slug: 'hubspot',
    auth_object: { oauth2: { access_token: 'fake' } },
    one: shared,
    two: [shared, shared],
  };
  assert.equal(checkRequest({ headers, body }, context).ok, true);
  (BigInt.prototype as Untyped).toJSON = function () {
    return `fake-${this}`;
  };
  try {
    assert.equal(
      checkRequest(
        { headers, body: { slug: 'hubspot', auth_object: { access_token: 7n, refresh_token: Object(7n) }, big: 1n } },
        context,
      ).ok,
      true,
    );
  } finally {
    delete (BigInt.prototype as Untyped).toJSON;
  }
});

test('text may be nested as deeply as the limit, an object as deeply as JSON.stringify can write', () => {
  const DEPTH = 200_000;
  const limits = { nesting: 2 * DEPTH + 1, keys: 2 * DEPTH };
  let deep: Untyped = 'fake';
  for (let level = 0; level < DEPTH; level++) deep = level % 2 ? [deep] : { deep };
  const value = { slug: 'hubspot', auth_object: { access_token: 'fake' } };
  const [{ code, path, what }] = checkRequest({ headers, body: { ...value, deep } }, context).issues;
  assert.deepEqual([code, what, path[0], path.length], ['invalid_json', 'too_deep', 'deep', 64]);
  const text = JSON.stringify(value).replace('}}', `},"deep":${'[{"a":'.repeat(DEPTH)}1${'}]'.repeat(DEPTH)}}`);
  assert.equal(checkRequest({ headers, body: text }, { ...context, limits }).ok, true);
  const { what: limit } = checkRequest({ headers, body: text }, context).issues[0];
  assert.equal(limit, 'nesting');
});

test('a getter may call the library', () => {
  const inner = {
    slug: 'slack',
    auth_object: {
      get bot_token() {
        return `fake-${checkRequest({ headers, body: '{}' }, context).ok}`;
      },
    },
  };
  const outer = {
    slug: 'hubspot',
    get auth_object() {
      return {
        access_token: `fake-${checkRequest({ headers, body: inner }, context).ok}-${'x'.repeat(1e6)}`,
        get refresh_token() {
          checkRequest({ headers, body: 'y'.repeat(5e6) });
          return 'fake';
        },
      };
    },
  };
  const { ok, slug } = checkRequest({ headers, body: outer }, context);
  assert.deepEqual([ok, slug], [true, 'hubspot']);
});
