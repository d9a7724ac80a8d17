import { beforeAll, expect, test } from 'vitest';
import { field, importSome, names } from '../../test/forms.ts';
import { createForm } from '../form/create-form.ts';

beforeAll(() => importSome('netsuite', 'sftp', 'shopify', 'snowflake'));

test('auth types and sets have titles', () => {
  const form = createForm({ slug: 'netsuite' });
  expect(form.getState().authTypes.map(({ title }) => title)).toEqual(['Token-based authentication', 'OAuth 2.0']);
  expect(form.getState().sets).toEqual([]);
  form.setAuthType('oauth2');
  expect(form.getState().sets.map(({ title }) => title)).toEqual(['Tokens', 'Client certificate']);
  expect(
    createForm({ slug: 'sftp' })
      .getState()
      .sets.map(({ title }) => title),
  ).toEqual(['Password', 'Private key']);
});

test('an address has a prefix and a suffix', () => {
  expect(field(createForm({ slug: 'shopify' }), 'store_name')).toMatchObject({
    ...{ prefix: 'https://', suffix: '.myshopify.com', required: true, label: 'Store Name' },
  });
});

test('older names and internal fields are hidden, and sets that contain them are left out', () => {
  const form = createForm({ slug: 'snowflake' });
  expect(form.getState().sets.map(({ title }) => title)).toEqual(['Key pair', 'OAuth client', 'Password', 'JDBC URL']);
  expect(names(form).filter((name) => name.startsWith('oauth'))).toEqual([]);
  expect(names(createForm({ slug: 'shopify' }))).not.toContain('callback_url');
});

test('a field has the label, the help and the example of the vendor', () => {
  const form = createForm({ slug: 'netsuite' });
  expect(form.getState().docs).toMatch(/^https:\/\/docs\.oracle\.com\//);
  expect(field(form, 'account_id')).toMatchObject({ label: 'Account ID', example: '1234567_SB1' });
  expect(field(form, 'account_id')?.help).toContain('Company Information');
});
