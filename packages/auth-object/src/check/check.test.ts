// Everything that a caller hands over or gets back besides the body: headers, options, verdicts.
import assert from 'node:assert/strict';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { FormApi } from '@tanstack/form-core';
import { createFormControl } from 'react-hook-form';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { apps, checkAuthObject, checkRequest, inputFields, standardSchema } from '../testing/untyped.ts';

const body = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token', refresh_token: 'fake-token' } } };
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const codes = (verdict) => (verdict.ok ? [] : verdict.issues.map(({ code }) => code));

test('headers are found in every form and case', () => {
  const forms = [
    headers,
    { 'X-API-KEY': 'tk_fake', Linked_Account_Id: 'account:12345' },
    { 'x-api-key': ['tk_fake'], linked_account_id: ['account:12345'] },
    new Headers(headers),
    new Map(Object.entries(headers)),
    Object.entries(headers),
    { 'x-api-key': ' tk_fake\r\n', linked_account_id: '\taccount:12345' },
  ];
  for (const form of forms) {
    const context = { apiKeys: ['tk_fake'], linkedAccounts: ['account:12345'] };
    assert.deepEqual(codes(checkRequest({ headers: form, body }, context)), []);
  }
  for (const form of [
    undefined,
    null,
    {},
    { 'x-api-key': undefined, linked_account_id: null },
    { 'x-api-key': '', linked_account_id: '\u00a0' },
  ]) {
    assert.deepEqual(codes(checkRequest({ headers: form, body })), [
      'invalid_credentials',
      'linked_account_id_required',
    ]);
  }
});

test('a repeated header is joined, as on the wire', () => {
  const repeated = [...Object.entries(headers), ['X-Api-Key', 'tk_other']];
  assert.deepEqual(codes(checkRequest({ headers: repeated, body }, { apiKeys: ['tk_fake'] })), ['invalid_credentials']);
  assert.deepEqual(codes(checkRequest({ headers: repeated, body }, { apiKeys: ['tk_fake, tk_other'] })), []);
});

test('what is asked wrongly is a TypeError that says what to do', () => {
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
    [() => checkAuthObject('hubspot', {}, { linkedAccounts: [] }), /unknown option "linkedAccounts"; .*, now\.$/],
  ];
  for (const [call, words] of wrong) {
    if (words === undefined) call();
    else assert.throws(call, (error) => error instanceof TypeError && words.test(error.message), `${call}`);
  }
});

test('what is sent wrongly is a verdict', () => {
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

/** The fields of SFTP: a host, a user name, and a password or a key. */
const sftp = standardSchema('sftp', 'keybased');
const empty = { host: '', port: '', username: '', password: '', pem_key: '', pem_key_passphrase: '' };
const filledIn = { ...empty, host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };
const sent = { host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };

test('a Standard Schema leaves blank optional values out, and the value as it is', () => {
  const { validate } = sftp['~standard'];
  const value = Object.freeze({ ...filledIn, port: ' \t\u00a0\u3000', pem_key: '\n' });
  assert.deepEqual(validate(value), { value: sent });
  assert.deepEqual(value.pem_key, '\n');
  assert.equal(validate(sent).value, sent);
  const whole = standardSchema('sftp')['~standard'].validate;
  assert.deepEqual(whole(filledIn), { value: sent });
  assert.deepEqual(whole({ keybased: filledIn }), { value: { keybased: sent } });
  const netsuite = standardSchema('netsuite', 'oauth2')['~standard'].validate;
  const tokens = { account_id: 'fake-1', access_token: '', refresh_token: 'fake-2', client_id: '' };
  assert.deepEqual(netsuite(tokens), { value: { account_id: 'fake-1', refresh_token: 'fake-2' } });
});

const paths = ({ issues }) => issues.map(({ path }) => path.join('.'));

test('an issue of a Standard Schema has a field, and words for people', () => {
  const { validate } = sftp['~standard'];
  assert.deepEqual(paths(validate({ ...filledIn, host: ' ' })), ['host']);
  for (const wrong of [undefined, null, 'text', 7, [], () => 1]) assert.deepEqual(paths(validate(wrong)), ['host']);
  const whole = (value, slug = 'netsuite') => paths(standardSchema(slug)['~standard'].validate(value));
  for (const wrong of [undefined, null, 'text', 7, []]) assert.deepEqual(whole(wrong), ['account_id']);
  assert.deepEqual(whole({ oauth2: {}, keybased: {} }), ['account_id']);
  assert.deepEqual(whole({}, 'nobody'), ['auth_object']);
  assert.deepEqual(whole({}, 'custom'), ['auth_object']);
  for (const authType of ['nothing', 'constructor', '__proto__', '']) {
    assert.deepEqual(paths(standardSchema('netsuite', authType)['~standard'].validate({})), ['auth_object']);
  }
  const cycle: Untyped = {};
  cycle.cycle = cycle;
  const throwing = Object.defineProperty({ port: '' }, 'host', {
    enumerable: true,
    get() {
      throw new Error('boom');
    },
  });
  const hidden = { toJSON: () => ({ ...filledIn, host: 7 }), port: '' };
  for (const odd of [cycle, throwing, hidden, new Map(), { host: 7n }]) {
    const { issues } = validate(odd);
    assert.ok(issues.length > 0 && issues.every(({ path }) => path.length > 0));
  }
  for (const app of apps()) {
    for (const authType of app.authTypes) {
      const { issues } = standardSchema(app.slug, authType)['~standard'].validate({});
      const names = inputFields(app.slug, authType).map(({ name }) => name);
      for (const { path, message } of issues) {
        assert.ok(names.includes(path[0]) && path.length === 1, `${app.slug} ${path}`);
        assert.match(message, /\S/);
      }
    }
  }
});

test('react-hook-form takes a Standard Schema', async () => {
  const submit = (defaultValues) => {
    const { handleSubmit } = createFormControl({ defaultValues, resolver: standardSchemaResolver(sftp) });
    return new Promise<Untyped>((resolve) => handleSubmit(resolve, (errors) => resolve(Object.keys(errors)))());
  };
  assert.deepEqual(await submit(filledIn), sent);
  assert.deepEqual((await submit(empty)).sort(), ['host', 'password', 'username']);
});

test('TanStack Form takes a Standard Schema', async () => {
  const submit = async (defaultValues) => {
    let submitted: Untyped;
    const form = new FormApi({
      defaultValues,
      validators: { onSubmit: sftp },
      onSubmit: ({ value }) => (submitted = sftp['~standard'].validate(value).value),
    });
    form.mount();
    await form.handleSubmit();
    return submitted ?? Object.keys(form.state.errorMap.onSubmit);
  };
  assert.deepEqual(await submit(filledIn), sent);
  assert.deepEqual((await submit(empty)).sort(), ['host', 'password', 'username']);
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
