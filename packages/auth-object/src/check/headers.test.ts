// The two headers, in every form in which runtimes hold headers.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { checkRequest } from '../testing/untyped.ts';

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
