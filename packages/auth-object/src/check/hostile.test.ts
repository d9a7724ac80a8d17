// Wrong or malicious input takes bounded time and memory, and breaks no later call.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import {
  checkAuthObject,
  checkRequest,
  checkRows,
  RowChecker,
  redact,
  registerApp,
  repair,
} from '../testing/untyped-rows.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const body = {
  slug: 'hubspot',
  auth_object: { oauth2: { access_token: 'fake-access-token', refresh_token: 'fake-refresh-token' } },
};
const holding = (access_token) => ({ slug: 'hubspot', auth_object: { oauth2: { access_token } } });

class Endless {
  toJSON() {
    return { next: new Endless() };
  }
}

test('an object that never ends cannot be sent', () => {
  const endless = new Proxy(
    {},
    {
      ownKeys: () => ['next'],
      get: (_, key) => (key === 'next' ? new Endless() : undefined),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  for (const value of [new Endless(), endless]) {
    const { issues } = checkRequest({ headers, body: holding(value) });
    assert.deepEqual(
      [issues[0].code, issues[0].path.slice(0, 3)],
      ['invalid_json', ['auth_object', 'oauth2', 'access_token']],
    );
    assert.ok(issues[0].path.length <= 70);
  }
  const [{ reason, what }] = checkRequest({ headers, body: holding(new Array(2 ** 32 - 1)) }).issues;
  assert.deepEqual([reason, what], ['too_large', 'request_bytes']);
});

test('headers that only have forEach are read', () => {
  const only = {
    forEach(call) {
      for (const [name, value] of Object.entries(headers)) call(value, name);
    },
  };
  assert.equal(checkRequest({ headers: only, body }).ok, true);
  assert.deepEqual(redact({ headers: only }).headers, {
    'x-api-key': '[redacted]',
    linked_account_id: 'account:12345',
  });
});

test('a list with a hole or a value that is not a string is a TypeError', () => {
  for (const option of ['apiKeys', 'customApps', 'linkedAccounts', 'integrations']) {
    for (const list of [new Array(1), ['a', 12345]]) {
      assert.throws(() => checkRequest({ headers, body }, { [option]: list }), {
        name: 'TypeError',
        message: new RegExp(`"${option}" must be an array of strings`),
      });
    }
  }
});

test('a body that has not been read yet is a mistake of the caller', () => {
  const unread = [
    Readable.from(['{}']),
    new Blob(['{}']),
    new Request('https://fake.example', { method: 'PUT', body: '{}' }),
    new Response('{}'),
    new ReadableStream(),
    Promise.resolve('{}'),
  ];
  for (const body of unread)
    assert.throws(() => checkRequest({ headers, body }), /^TypeError: checkRequest: the body has not/);
});

test('entries are a mistake of the caller', () => {
  const fields: [string, string][] = [['access_token', 'fake-token']];
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const wrong = /^TypeError: check\w+: a FormData, .* Object\.fromEntries/;
  for (const entries of [form, new Map(fields), new URLSearchParams(fields), new Headers(fields)]) {
    for (const authObject of [entries, { oauth2: entries }]) {
      assert.throws(() => checkAuthObject('hubspot', authObject), wrong);
    }
    assert.throws(() => checkRequest({ headers, slug: 'hubspot', body: entries }), wrong);
    assert.equal(checkAuthObject('hubspot', Object.fromEntries(entries)).ok, true);
  }
  for (const other of [
    fields,
    new Set(fields),
    new Map(),
    new FormData(),
    { entries: 'fake', oauth2: {} },
    { toJSON: () => ({}) },
  ]) {
    assert.equal(checkAuthObject('hubspot', other).ok, false);
  }
});

test('a checker whose has() threw, or called the checker, has no half-right report', () => {
  const rows = `${JSON.stringify(body)}\n`;
  const withId = rows.replace('{', '{"linked_account_id":"a",');
  const throwing = new RowChecker({
    linkedAccounts: {
      has() {
        throw new RangeError('not now');
      },
    },
  });
  assert.throws(() => throwing.push(withId), RangeError);
  assert.throws(() => throwing.end(), /^TypeError: RowChecker: It has ended/);
  for (const call of ['push', 'end']) {
    const calling = new RowChecker({
      linkedAccounts: {
        has() {
          calling[call]('');
          return true;
        },
      },
    });
    assert.throws(
      () => calling.push(withId),
      /^TypeError: RowChecker: linkedAccounts\.has\(\) must not call the checker/,
    );
  }
  assert.equal(checkRows(rows).accepted, 1);
});

test('an invalid auth structure is rejected with the reason', () => {
  const cycle: Untyped = {};
  cycle.cycle = cycle;
  for (const wrong of [undefined, null, 1, 'text', [], cycle, { a: 1n }, { toJSON: () => 'text' }]) {
    assert.throws(() => registerApp('no_app', wrong), /^TypeError: registerApp: the auth structure must be an object/);
  }
});

test('no repair loses a value', () => {
  const auth_object = { oauth2: { accessToken: 'fake-first', Access_Token: 'fake-second' } };
  const request = { headers, body: { slug: 'hubspot', auth_object } };
  // Of two keys for one field, nobody knows which is right.
  assert.deepEqual(repair(request, checkRequest(request).hints).body, request.body);
  const both = Object.keys(auth_object.oauth2).map((key) => ({
    ...{ code: 'near_miss_key', path: ['auth_object', 'oauth2', key], help: '' },
    fix: [{ op: 'move', from: `/auth_object/oauth2/${key}`, path: '/auth_object/oauth2/access_token' }],
  }));
  assert.deepEqual(repair(request, both).body.auth_object.oauth2, {
    access_token: 'fake-first',
    Access_Token: 'fake-second',
  });
  const nowhere = {
    code: 'near_miss_key',
    path: ['a'],
    help: '',
    fix: [{ op: 'move', from: '/slug', path: '/no/place' }],
  };
  assert.deepEqual(repair(request, [nowhere]).body, request.body);
});

test('a repair of a body that is nested too deeply leaves it as it is', () => {
  const nested = '['.repeat(16_000) + ']'.repeat(16_000);
  const text = `{"slug":"slack","auth_object":{"bot_token":" fake-1 "},"z":${nested}}`;
  const { hints } = checkRequest({ headers, body: text });
  assert.equal(hints.length, 1);
  for (const body of [text, new TextEncoder().encode(text)]) assert.equal(repair({ headers, body }, hints).body, body);
});

test('an object with the prototype of ArrayBuffer is an object', () => {
  const body = Object.create(ArrayBuffer.prototype, {
    length: { value: 1e12 },
    slug: { value: 'slack', enumerable: true },
  });
  assert.equal(checkRequest({ headers, body }).issues[0].code, 'auth_object_required');
});
