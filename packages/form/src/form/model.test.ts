import { beforeAll, describe, expect, test, vi } from 'vitest';
import { field, importSome, problems } from '../../test/forms.ts';
import { createForm } from './create-form.ts';

beforeAll(() => importSome('hubspot', 'netsuite', 'sftp', 'shopify'));

describe('submit', () => {
  test('blank optional fields are left out', async () => {
    const form = createForm({ slug: 'sftp' });
    form.setValues({ host: 'sftp.example.org', port: '', username: 'reports', password: 'fake-password' });
    expect(await form.submit()).toEqual({
      ok: true,
      request: {
        slug: 'sftp',
        auth_object: { keybased: { host: 'sftp.example.org', username: 'reports', password: 'fake-password' } },
      },
    });
  });

  test('an empty form is never sent, even if its schema is unconfirmed', async () => {
    const form = createForm({ slug: 'sftp' });
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await form.submit()).toMatchObject({ ok: false, field: 'host' });
    }
    expect(problems(form)).toEqual([
      ['host', 'error', 'Enter the Host.'],
      ['username', 'error', 'Enter the Username.'],
      ['password', 'error', 'Enter the Password.'],
    ]);
  });

  test('white space is blank', async () => {
    const form = createForm({ slug: 'sftp', values: { host: ' \u2003\n' } });
    expect(form.getState().isEmpty).toBe(true);
    expect(form.getRequest().auth_object).toEqual({ keybased: {} });
  });

  test('a warning holds the first submit only', async () => {
    const form = createForm({ slug: 'sftp', values: { host: 'sftp.example.org', username: 'reports' } });
    expect(await form.submit()).toMatchObject({ ok: false, problems: [{ field: 'password', severity: 'warning' }] });
    expect(form.getState().canSubmitAnyway).toBe(true);
    expect((await form.submit()).ok).toBe(true);
  });

  test('an error blocks every submit', async () => {
    const form = createForm({ slug: 'shopify', values: { access_token: 'fake-access-token' } });
    for (let attempt = 0; attempt < 3; attempt++) expect(await form.submit()).toMatchObject({ ok: false });
    expect(problems(form)[0]).toEqual(['store_name', 'error', 'Enter the Store Name.']);
  });

  test('the problem of a missing token names both tokens', async () => {
    const form = createForm({ slug: 'hubspot' });
    await form.submit();
    expect(problems(form)).toEqual([['access_token', 'error', 'Enter the Access Token or the Refresh Token.']]);
  });

  test('only the fields of the chosen set are required', async () => {
    const form = createForm({ slug: 'netsuite', authType: 'oauth2' });
    form.setSet('Client certificate');
    form.setValue('account_id', '1234567');
    await form.submit();
    expect(problems(form).map(([name]) => name)).toEqual(['client_id', 'certificate_id', 'private_key']);
  });

  test('after the first submit every edit is checked', async () => {
    const form = createForm({ slug: 'netsuite', values: { account_id: '1234567' } });
    await form.submit();
    expect(problems(form).map(([name]) => name)).toContain('token_id');
    form.setValue('token_id', 'fake-token-id');
    await vi.waitFor(() =>
      expect(problems(form).filter(([name]) => name === 'token_id')).not.toContainEqual([
        'token_id',
        'error',
        expect.anything(),
      ]),
    );
    form.setValue('account_id', '');
    await vi.waitFor(() => expect(problems(form)).toContainEqual(['account_id', 'error', 'Enter the Account ID.']));
  });
});

describe('before the first submit', () => {
  test('leaving a field offers a fix, and shows no other problem', async () => {
    const form = createForm({ slug: 'sftp' });
    form.setValue('username', ' reports ');
    expect(problems(form)).toEqual([]);
    await form.leave('username');
    expect(form.getState().problems).toMatchObject([{ field: 'username', severity: 'warning', isFixable: true }]);
    expect(field(form, 'username')).toMatchObject({ touched: true });
    await form.applyFix('username');
    expect(field(form, 'username')).toMatchObject({ value: 'reports' });
    expect(problems(form)).toEqual([]);
  });

  test('leaving an empty field shows no problem', async () => {
    const form = createForm({ slug: 'sftp' });
    await form.leave('host');
    expect(problems(form)).toEqual([]);
  });

  test('a warning that was shown before does not hold the submit', async () => {
    const form = createForm({
      slug: 'sftp',
      values: { host: 'sftp.example.org', username: ' reports', password: 'fake-password' },
    });
    await form.leave('username');
    expect((await form.submit()).ok).toBe(true);
  });

  test('an edit removes the offer of a fix', async () => {
    const form = createForm({ slug: 'sftp', values: { username: ' reports' } });
    await form.leave('username');
    form.setValue('username', ' reports2');
    expect(problems(form)).toEqual([]);
  });
});

test('the state is the same object until something changes', () => {
  const form = createForm({ slug: 'sftp' });
  const before = form.getState();
  expect(form.getState()).toBe(before);
  const listener = vi.fn();
  const stop = form.subscribe(listener);
  form.setValue('host', 'a');
  form.setValue('host', 'a');
  expect(listener).toHaveBeenCalledTimes(1);
  expect(form.getState()).not.toBe(before);
  stop();
  form.setValue('host', 'b');
  expect(listener).toHaveBeenCalledTimes(1);
});
