// What repair changes in a request.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { checkRequest, repair } from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

test('repair edits values, then moves them, and does not change the request', () => {
  const hints = [
    {
      code: 'near_miss_key',
      path: ['auth_object', 'accessToken'],
      help: '',
      fix: [{ op: 'move', from: '/auth_object/accessToken', path: '/auth_object/access_token' }],
    },
    {
      code: 'outer_whitespace',
      path: ['auth_object', 'accessToken'],
      help: '',
      fix: [{ op: 'replace', path: '/auth_object/accessToken', edit: 'trim' }],
    },
    { code: 'placeholder', path: ['auth_object', 'b'], help: '' },
    { code: 'masked', path: ['auth_object', 'b'], help: '', fix: [{ op: 'remove', path: '/auth_object/not/there' }] },
  ];
  const body = { slug: 'hubspot', auth_object: { accessToken: ' fake-token\n' } };
  const expected = { slug: 'hubspot', auth_object: { access_token: 'fake-token' } };
  const request = Object.freeze({ headers, slug: 'x', body });
  assert.deepEqual(repair(request, hints), { headers, slug: 'x', body: expected });
  assert.deepEqual(body, { slug: 'hubspot', auth_object: { accessToken: ' fake-token\n' } });
  assert.equal(repair({ body: JSON.stringify(body) }, hints).body, JSON.stringify(expected));
  const bytes = repair({ body: Buffer.from(JSON.stringify(body)) }, hints).body;
  assert.ok(bytes instanceof Uint8Array);
  assert.equal(new TextDecoder().decode(bytes), JSON.stringify(expected));
});

test('repair undoes a stringified auth_object', () => {
  const request = {
    headers,
    body: { slug: 'hubspot', auth_object: '{"oauth2":{"access_token":"fake-token","refresh_token":"fake-token"}}' },
  };
  const { ok, hints } = checkRequest(request);
  assert.equal(ok, false);
  assert.equal(checkRequest(repair(request, hints)).ok, true);
});

test('repair changes no number that JavaScript cannot hold', () => {
  const bodyOf = (rest) =>
    `{"slug":"hubspot",${rest}"auth_object":{"access_token":" fake-token ","refresh_token":"fake-token"}}`;
  for (const number of [
    '12345678901234567890',
    '9007199254740993',
    '1.2345678901234567891',
    '-12345678901234567890',
    '1e999',
  ]) {
    for (const body of [bodyOf(`"linked_account_id":${number},`), bodyOf(`"a":[{"b":${number}}],`)]) {
      assert.equal(repair({ body }, checkRequest({ headers, body }).hints).body, body);
      const bytes = new TextEncoder().encode(body);
      assert.equal(repair({ body: bytes }, checkRequest({ headers, body: bytes }).hints).body, bytes);
    }
  }
  for (const harmless of ['"linked_account_id":12345,', '"a":"12345678901234567890 \\" 1",', '"a":1.50,']) {
    const body = bodyOf(harmless);
    const after = JSON.parse(repair({ body }, checkRequest({ headers, body }).hints).body);
    assert.equal(after.auth_object.access_token, 'fake-token', harmless);
  }
});

test('repair keeps the slug beside the body', () => {
  const nested = { auth_object: { slug: 'slack', auth_object: { access_token: 'fake-token' } } };
  const request = { headers, slug: 'hubspot', body: nested };
  assert.deepEqual(repair(request, checkRequest(request).hints), request);
});

test('a place has one hint, however often a request of that kind comes', () => {
  const requestOf = (value) => ({
    headers,
    body: { slug: 'intercom', auth_object: { refresh_token: 'fake-1', client_secret: value } },
  });
  for (const value of ['fake-1', '"fake-1"', 'fake-2', '"fake-2"', 'REDACTED']) {
    const { hints } = checkRequest(requestOf(value), { trust: 'documented' });
    assert.equal(hints.filter(({ path }) => path.at(-1) === 'client_secret').length, 1, value);
  }
});

test('repair leaves alone what it cannot read, and says when it is called wrongly', () => {
  const hints = [{ code: 'quoted', path: ['body'], help: '', fix: [{ op: 'replace', path: '/a', edit: 'trim' }] }];
  const cycle: Untyped = {};
  cycle.cycle = cycle;
  for (const body of [undefined, null, '{', Uint8Array.of(0xff), cycle, 7n])
    assert.equal(repair({ body }, hints).body, body);
  for (const body of [{ a: 7 }, { b: ' ' }, []]) assert.deepEqual(repair({ body }, hints).body, body);
  assert.throws(() => repair(undefined, hints), TypeError);
  assert.throws(() => repair({}, undefined), TypeError);
  assert.throws(() => repair({}, ['quoted']), TypeError);
  const polluted = repair({ body: '{"__proto__":{"x":" a "},"a":1}' }, [
    { code: 'quoted', path: ['a'], help: '', fix: [{ op: 'move', from: '/a', path: '/__proto__/polluted' }] },
  ]);
  assert.equal('polluted' in {}, false);
  assert.equal(polluted.body, '{"__proto__":{"x":" a ","polluted":1}}');
});

test('a nested request with another linked account is not changed', () => {
  const inner = { linked_account_id: 'account:2', auth_object: { oauth2: { refresh_token: 'fake-token' } } };
  const nested = (outer) => ({ slug: 'gmail', ...outer, auth_object: inner });
  const repaired = (body) => repair({ body }, checkRequest({ headers: {}, body }).hints).body;
  const lifted = { slug: 'gmail', ...inner };
  assert.deepEqual(repaired(nested({})), lifted);
  assert.deepEqual(repaired(nested({ linked_account_id: 'account:2' })), lifted);
  assert.deepEqual(repaired(nested({ linked_account_id: 'account:1' })), nested({ linked_account_id: 'account:1' }));
});
