import { beforeAll, expect, test } from 'vitest';
import { field, importSome, names, problems } from '../../test/forms.ts';
import { createForm } from './create-form.ts';

beforeAll(() => importSome('hubspot', 'netsuite', 'sftp'));

test('a set shows the fields it needs', () => {
  const form = createForm({ slug: 'sftp' });
  expect(names(form)).toEqual(['host', 'port', 'username', 'password']);
  form.setSet('Private key');
  expect(names(form)).toEqual(['host', 'port', 'username', 'pem_key', 'pem_key_passphrase']);
  expect(field(form, 'pem_key')).toMatchObject({ required: true, secret: true, input: 'textarea' });
  expect(field(form, 'pem_key_passphrase')).toMatchObject({ required: false });
});

test('one of several tokens is enough', () => {
  const form = createForm({ slug: 'hubspot' });
  expect(field(form, 'access_token')).toMatchObject({ required: false, isOneOf: true });
  expect(field(form, 'client_id')).toMatchObject({ required: false, isOneOf: false, more: true });
  expect(form.getState().isComplete).toBe(false);
  form.setValue('refresh_token', 'fake-refresh-token');
  expect(form.getState().isComplete).toBe(true);
});

test('first values choose the auth type and the set', () => {
  const form = createForm({ slug: 'netsuite', values: { private_key: 'fake', client_id: 'fake' } });
  expect(form.getState()).toMatchObject({ authType: 'oauth2', set: 'Client certificate' });
});

test('another set keeps shared values, clears problems and checks nothing', async () => {
  const form = createForm({ slug: 'sftp', values: { host: 'sftp.example.org', password: 'fake-password' } });
  await form.submit();
  form.setSet('Private key');
  expect(problems(form)).toEqual([]);
  expect(form.getState().isSubmitted).toBe(false);
  expect(field(form, 'host')?.value).toBe('sftp.example.org');
  expect(form.getRequest().auth_object).toEqual({ keybased: { host: 'sftp.example.org' } });
  form.setSet('Password');
  expect(field(form, 'password')?.value).toBe('fake-password');
});

test('another auth type keeps shared values', () => {
  const form = createForm({ slug: 'netsuite', values: { account_id: '1234567' } });
  form.setAuthType('oauth2');
  expect(field(form, 'account_id')?.value).toBe('1234567');
});

test('reset restores the first values and choices', async () => {
  const form = createForm({ slug: 'sftp', values: { host: 'sftp.example.org' } });
  form.setValue('host', 'other.example.org');
  form.setSet('Private key');
  await form.submit();
  form.reset();
  expect(form.getState()).toMatchObject({ set: 'Password', isSubmitted: false, problems: [] });
  expect(field(form, 'host')?.value).toBe('sftp.example.org');
});
