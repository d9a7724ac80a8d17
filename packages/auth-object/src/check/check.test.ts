// Options and forms of a request, and the verdicts about them.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { checkAuthObject, checkRequest } from '../testing/untyped.ts';

const body = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token', refresh_token: 'fake-token' } } };
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const codes = (verdict) => (verdict.ok ? [] : verdict.issues.map(({ code }) => code));

test('a wrong call is a TypeError that says what to do', () => {
  const wrong: [() => unknown, RegExp?][] = [
    [() => checkRequest(), /request must be an object/],
    [() => checkRequest({ headers: 'x-api-key: a', body }), /Headers object/],
    [() => checkRequest({ headers: [['a']], body: 1 }), undefined],
    [() => checkRequest({ headers: ['a'], body }), /pairs/],
    [() => checkRequest({ headers, body: Promise.resolve(body) }), /await request/],
    [() => checkRequest({ headers, body: new Blob(['{}']).stream() }), /await request/],
    [() => checkRequest({ headers, body }, { linkedAccount: [] }), /unknown option "linkedAccount".*linkedAccounts/],
    [() => checkRequest({ headers, body }, { constructor: 1 }), /unknown option "constructor"/],
    [() => checkRequest({ headers, body }, 'typed'), /options must be an object/],
    [() => checkRequest({ headers, body }, { apiKeys: 'tk_fake' }), /"apiKeys" must be an array of strings/],
    [() => checkRequest({ headers, body }, { customApps: [1] }), /"customApps"/],
    [() => checkRequest({ headers, body }, { environment: 'prod' }), /"test" or "production"/],
    [() => checkRequest({ headers, body }, { hints: 'no' }), /true or false/],
    [() => checkRequest({ headers, body }, { verification: { reason: 'no' } }), /"verification"/],
    [() => checkRequest({ headers, body }, { now: Number.NaN }), /milliseconds/],
    [() => checkRequest({ headers, body }, { linkedAccounts: { has: async () => true } }), /at once, not a promise/],
    [() => checkAuthObject('hubspot', {}, { shape: 'nested' }), /"typed" or "flat"/],
    [
      () => checkAuthObject('hubspot', {}, { apiKeys: ['tk_fake'] }),
      /unknown option "apiKeys"; the options are customApps, /,
    ],
    [
      () => checkAuthObject('hubspot', {}, { linkedAccounts: [] }),
      /unknown option "linkedAccounts"; .*, now, limits\.$/,
    ],
  ];
  for (const [call, words] of wrong) {
    if (words === undefined) call();
    else assert.throws(call, (error) => error instanceof TypeError && words.test(error.message), `${call}`);
  }
});

test('wrong data gives a verdict', () => {
  for (const slug of [undefined, null, 7, {}, '', ' '])
    assert.deepEqual(codes(checkAuthObject(slug, {})).slice(0, 1), ['slug_required']);
  for (const odd of [undefined, null, 7, 'text', 7n, [], () => 1, Symbol('s'), new Map(), new Date()]) {
    assert.equal(checkRequest({ headers, body: odd }).ok, false);
    assert.equal(checkAuthObject('hubspot', odd).ok, false);
  }
});

test('verdicts share nothing, and can be changed', () => {
  const calls = [
    () => checkAuthObject('hubspot', body.auth_object),
    () => checkAuthObject('hubspot', { refresh_token: 'fake-token' }, { integrations: ['hubspot'] }),
    () => checkAuthObject('hubspot', {}, { requestId: 'fixed' }),
    () => checkRequest({ headers, body: JSON.stringify(body) }),
  ];
  for (const call of calls) {
    const expected = structuredClone(call());
    const changed = call();
    for (const list of [changed.hints, changed.unchecked, changed.issues ?? []]) list.push('changed');
    changed.response.body.message = 'changed';
    assert.deepEqual(call(), expected);
  }
});

test('an integration that is there is updated, whatever the body is', () => {
  const flat = { slug: 'hubspot', auth_object: { access_token: 'fake-token' } };
  const message = (body, integrations) => checkRequest({ headers, body }, { integrations }).response.body.message;
  for (const form of [flat, JSON.stringify(flat), new TextEncoder().encode(JSON.stringify(flat))]) {
    assert.equal(message(form, ['hubspot']), 'Integration - hubspot updated');
    assert.equal(message(form, new Set(['hubspot'])), 'Integration - hubspot updated');
    assert.equal(message(form, ['slack']), 'Integration - hubspot created');
  }
  assert.equal(message(body, ['hubspot']), 'Token migrated successfully');
});

test('a form takes every option that is not about headers', () => {
  const options = {
    customApps: ['mine'],
    integrations: ['hubspot'],
    verification: 'accepted',
    environment: 'test',
    requestId: 'mine',
    shape: 'flat',
    trust: 'documented',
    hints: false,
    now: 0,
  };
  const { response, unchecked } = checkAuthObject('hubspot', { refresh_token: 'fake-token' }, options);
  assert.equal(response.body.message, 'Integration - hubspot updated');
  assert.deepEqual(unchecked, ['invalid_credentials', 'linked_account_not_found']);
  assert.deepEqual(codes(checkAuthObject('mine', {}, options)), ['custom_app']);
  const rejected = checkAuthObject('hubspot', body.auth_object, { verification: { rejected: 'fake reason' } });
  assert.deepEqual(codes(rejected), ['verification_failed']);
});

test('request_id is a fresh UUID v4, or the caller’s', () => {
  const ids = Array.from({ length: 1000 }, () => checkRequest({ headers }).response.body.request_id);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(checkRequest({ headers }, { requestId: 'mine' }).response.body.request_id, 'mine');
});

test('bytes come in every form', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const shifted = new Uint8Array([1, 2, 3, ...bytes]);
  for (const form of [bytes, Buffer.from(bytes), bytes.buffer, shifted.subarray(3), new DataView(shifted.buffer, 3)]) {
    assert.equal(checkRequest({ headers, body: form }).ok, true);
  }
});
