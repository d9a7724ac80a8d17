/** The options `map` and `set`, and exports of other platforms. */
import assert from 'node:assert/strict';
import { test } from 'vitest';
import * as api from '../entry/rows.ts';

const ROWS = '{"app":"hubspot","tenant":7,"token":"fake-1"}\n{"app":"hubspt","tenant":8,"token":"fake-2"}\n';
const map = { app: 'slug', tenant: 'linked_account_id', token: 'oauth2.access_token' };

test('an accepted row that is listed has its request', () => {
  const { rows, columns } = api.checkRows(ROWS, { map, list: 'all' });
  const mapped = rows.map((row) => (row.ok ? row.mapped : undefined));
  const request = '{"slug":"hubspot","linked_account_id":"7","auth_object":{"oauth2":{"access_token":"fake-1"}}}';
  assert.deepEqual(mapped, [request, undefined]);
  assert.deepEqual(
    columns.map(({ by, rows }) => [by, rows]),
    Array(3).fill(['map', 2]),
  );
});

test('an accepted row of CSV is written as it is', () => {
  const { rows } = api.checkRows('app,token\nhubspot,fake-1\n', {
    map: { app: 'slug', token: 'access_token' },
    list: 'all',
  });
  assert.deepEqual(
    rows.map((row) => [row.ok, 'mapped' in row]),
    [[true, false]],
  );
});

test('a repaired row is a request', () => {
  const file = '{"app":"hubspot","token":" fake-1"}\n{"app":"hubspot","token":"fake-2"}\n';
  const { rows } = api.checkRows(file, { map: { app: 'slug', token: 'access_token' }, repair: true, list: 'all' });
  const texts = rows.map((row) => [row.repaired?.text, row.ok ? row.mapped : undefined]);
  const request = (token: number) => `{"slug":"hubspot","auth_object":{"access_token":"fake-${token}"}}`;
  assert.deepEqual(texts, [
    [request(1), undefined],
    [undefined, request(2)],
  ]);
});

test('a mapping that cannot be meant is an error with a code', () => {
  for (const [options, code, text] of [
    [{ map: { token: 'acess_token' } }, 'unknown_target', 'Did you mean access_token?'],
    [{ map: { a: 'slug', b: 'slug' } }, 'same_target', 'Two names are given for slug'],
    [{ set: { slug: ' ' } }, 'blank', 'for slug is blank'],
    [{ set: { auth_object: '{}' } }, 'not_settable', 'auth_object cannot be set'],
  ] as const) {
    assert.throws(
      () => api.checkRows(ROWS, options),
      (error) => error instanceof api.MappingError && error.code === code && error.message.includes(text),
    );
  }
  for (const wrong of [{ map: 'slug' }, { map: { a: 1 } }, { set: ['slug'] }]) {
    // @ts-expect-error
    assert.throws(() => api.checkRows(ROWS, wrong), /must be an object with strings/);
  }
});

test('fields of a registered app are targets', () => {
  assert.throws(() => api.checkRows(ROWS, { map: { token: 'mapping_test_field' } }), api.MappingError);
  api.registerApp('mapping_test', { keybased: { mapping_test_field: 'string' } });
  const file = '{"token":"fake-1"}\n';
  const options = { map: { token: 'keybased.mapping_test_field' }, set: { slug: 'mapping_test' } };
  assert.equal(api.checkRows(file, options).accepted, 1);
});

test('an export is named, with the map that reads it', () => {
  const file = '{"app":{"name_slug":"hubspot"},"external_id":"a","credentials":{"oauth_access_token":"fake-1"}}\n';
  const report = api.checkRows(file);
  assert.deepEqual([report.export?.platform, report.rejected], ['Pipedream Connect', 1]);
  const mapped = api.checkRows(file, { map: report.export?.map });
  assert.deepEqual([mapped.export, mapped.accepted], [undefined, 1]);
});
