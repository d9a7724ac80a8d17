// What redact keeps and hides.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import { redact } from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

test('redact keeps names and hides values', () => {
  const request = {
    headers: { ...headers, Authorization: 'Bearer fake-secret', 'Content-Type': 'application/json' },
    slug: 'netsuite',
    body: {
      slug: 'netsuite',
      linked_account_id: 'account:12345',
      auth_object: { keybased: { token_id: 'fake-secret', empty: null, list: ['fake-secret', 7] } },
      note: 'fake-secret',
    },
  };
  const expected = {
    headers: {
      'x-api-key': '[redacted]',
      linked_account_id: 'account:12345',
      authorization: '[redacted]',
      'content-type': 'application/json',
    },
    slug: 'netsuite',
    body: {
      slug: 'netsuite',
      linked_account_id: 'account:12345',
      auth_object: { keybased: { token_id: '[redacted]', empty: null, list: '[redacted]' } },
      note: '[redacted]',
    },
  };
  assert.deepEqual(redact(request), expected);
  assert.deepEqual(redact({ ...request, body: JSON.stringify(request.body) }), expected);
  assert.deepEqual(redact({ ...request, body: Buffer.from(JSON.stringify(request.body)) }), expected);
  assert.equal(redact({ body: '{"auth_object":"fake-secret' }).body, '[redacted]');
  assert.deepEqual(
    redact({ body: { auth_object: { xoxb_aaaaaaaaaaaaaaaa: 1 }, sk_test_aaaaaaaaaaaaaaaa: 'fake' } }).body['[hidden]'],
    '[redacted]',
  );
  assert.deepEqual(redact({}), {});
});

test('redact keeps the keys of auth_object and of an auth type, and no others', () => {
  const object = { a_short_key: { deeper: 'fake' } };
  const redacted = (auth_object) => redact({ body: { slug: 'slack', auth_object } }).body.auth_object;
  const hostile = {
    ...{ access_token: object, oauth2: { refresh_token: object, list: [object] }, keybased: [object] },
    ...{ a_short_key: object, constructor: object },
  };
  assert.deepEqual(redacted(hostile), {
    ...{ access_token: '[redacted]', oauth2: { refresh_token: '[redacted]', list: '[redacted]' } },
    ...{ keybased: '[redacted]', a_short_key: '[redacted]', constructor: '[redacted]' },
  });
  assert.deepEqual(redacted(JSON.parse('{"__proto__":{"a_short_key":1},"oauth2":{"__proto__":{"a_short_key":1}}}')), {
    ...{ ['__proto__']: '[redacted]', oauth2: { ['__proto__']: '[redacted]' } },
  });
  for (const whole of [[object], 'fake', 7, true]) assert.equal(redacted(whole), '[redacted]');
  assert.equal(redacted({ oauth2: { toJSON: () => [object] } }).oauth2, '[redacted]');
  assert.deepEqual(redact({ body: { slug: object, linked_account_id: [1], data: { auth_object: object } } }).body, {
    ...{ slug: '[redacted]', linked_account_id: '[redacted]', data: '[redacted]' },
  });
  const deep = redacted({ oauth2: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) });
  assert.deepEqual(deep, { oauth2: { a: '[redacted]' } });
});

test('no value survives redact, and no key below the fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (data, key) => {
      if (['slug', 'linked_account_id', 'auth_object'].includes(key)) return;
      // As a form sends it: the value of a field, whatever it is.
      const marked = JSON.parse(JSON.stringify({ inner: data, [key]: data }), (_name, value) => {
        if (typeof value === 'string') return `MARK${value}`;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [`MARK${name}`, member]));
      });
      const body = { auth_object: { api_key: marked, oauth2: { access_token: marked } }, [key]: marked };
      assert.ok(!JSON.stringify(redact({ body })).includes('MARK'));
    }),
  );
});
