import { beforeAll, expect, test } from 'vitest';
import { field, importSome } from '../../test/forms.ts';
import { createForm } from '../form/create-form.ts';

beforeAll(() => importSome('netsuite', 'sftp', 'shopify'));

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
