// What redact keeps and hides.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'vitest';
import { redact } from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

test('redact keeps IDs, slugs of several words and the browser', () => {
  const ids = [
    '00000000-1111-2222-3333-444444444444',
    'auth0|aB3dE6gH9jK2mN5p',
    'user_aB3dE6gH9jK2mN5pQ8r',
    '5f7c0a1b2c3d4e5f6a7b8c9d',
    'customer@b2.example',
  ];
  for (const id of ids) {
    assert.equal(redact({ headers: { linked_account_id: id } }).headers.linked_account_id, id);
    assert.equal(redact({ body: { linked_account_id: id } }).body.linked_account_id, id);
  }
  assert.equal(redact({ body: { linked_account_id: 12345 } }).body.linked_account_id, 12345);
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101';
  assert.equal(redact({ headers: { 'User-Agent': agent } }).headers['user-agent'], agent);
  assert.equal(redact({ slug: 'google-cloud-storage-bucket' }).slug, 'google-cloud-storage-bucket');
  const token = `sk_${'test'}_aaaaaaaaaaaaaaaa`;
  assert.equal(redact({ headers: { linked_account_id: token } }).headers.linked_account_id, '[hidden]');
});

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
