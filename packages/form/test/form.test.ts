import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as engine from '../src/engine.js';
import { createForm } from '../src/form.js';
import type { Form } from '../src/state.js';
import { importApp } from './apps.js';

const names = (form: Form) => form.getState().fields.map(({ name }) => name);
const problems = (form: Form) => form.getState().problems.map(({ field, severity, text }) => [field, severity, text]);
const field = (form: Form, name: string) => form.getState().fields.find((one) => one.name === name);

beforeAll(() => {
  for (const slug of ['netsuite', 'sftp', 'shopify', 'snowflake', 'hubspot']) importApp(slug);
});

describe('fields', () => {
  test('an imported app is there at once, without the wasm', () => {
    const load = vi.spyOn(engine, 'loadEngine');
    const form = createForm({ slug: 'sftp' });
    expect(form.getState().status).toBe('ready');
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
  });

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

  test('a set shows the fields it needs', () => {
    const form = createForm({ slug: 'sftp' });
    expect(names(form)).toEqual(['host', 'port', 'username', 'password']);
    form.setSet('Private key');
    expect(names(form)).toEqual(['host', 'port', 'username', 'pem_key', 'pem_key_passphrase']);
    expect(field(form, 'pem_key')).toMatchObject({ required: true, secret: true, input: 'textarea' });
    expect(field(form, 'pem_key_passphrase')).toMatchObject({ required: false });
  });

  test('an address has a prefix and a suffix', () => {
    expect(field(createForm({ slug: 'shopify' }), 'store_name')).toMatchObject({
      ...{ prefix: 'https://', suffix: '.myshopify.com', required: true, label: 'Store Name' },
    });
  });

  test('of several tokens one is enough', () => {
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

  test('without its module an app comes from the catalogue', async () => {
    const form = createForm({ slug: 'zendesk' });
    expect(form.getState().status).toBe('loading');
    await form.ready;
    expect(form.getState()).toMatchObject({ status: 'ready', brand: 'Zendesk' });
    expect(form.getState().fields.length).toBeGreaterThan(1);
  });

  test('an unknown app is said to be unknown', async () => {
    const form = createForm({ slug: 'no_such_app' });
    await form.ready;
    expect(form.getState().status).toBe('unknown_app');
    expect(await form.submit()).toEqual({ ok: false, problems: [] });
  });

  test('a live auth structure wins', async () => {
    const form = createForm({ slug: 'copper', schemas: { copper: { keybased: { new_key: 'string' } } } });
    await form.ready;
    expect(names(form)).toEqual(['new_key']);
    const result = await form.submit();
    expect(result).toMatchObject({ ok: false, field: 'new_key', problems: [{ severity: 'error' }] });
  });
});

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

  test('an empty form is not sent, however unsure its schema', async () => {
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

  test('white space is nothing', async () => {
    const form = createForm({ slug: 'sftp', values: { host: ' \u2003\n' } });
    expect(form.getState().isEmpty).toBe(true);
    expect(form.getRequest().auth_object).toEqual({ keybased: {} });
  });

  test('a likely problem holds the first submit, and only that', async () => {
    const form = createForm({ slug: 'sftp', values: { host: 'sftp.example.org', username: 'reports' } });
    expect(await form.submit()).toMatchObject({ ok: false, problems: [{ field: 'password', severity: 'warning' }] });
    expect(form.getState().canSubmitAnyway).toBe(true);
    expect((await form.submit()).ok).toBe(true);
  });

  test('a certain problem blocks every submit', async () => {
    const form = createForm({ slug: 'shopify', values: { access_token: 'fake-access-token' } });
    for (let attempt = 0; attempt < 3; attempt++) expect(await form.submit()).toMatchObject({ ok: false });
    expect(problems(form)[0]).toEqual(['store_name', 'error', 'Enter the Store Name.']);
  });

  test('a missing token names both', async () => {
    const form = createForm({ slug: 'hubspot' });
    await form.submit();
    expect(problems(form)).toEqual([['access_token', 'error', 'Enter the Access Token or the Refresh Token.']]);
  });

  test('only the chosen set is asked for', async () => {
    const form = createForm({ slug: 'netsuite', authType: 'oauth2' });
    form.setSet('Client certificate');
    form.setValue('account_id', '1234567');
    await form.submit();
    expect(problems(form).map(([name]) => name)).toEqual(['certificate_id', 'private_key', 'client_id']);
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

  test('if the wasm cannot be loaded, the values may be sent unchecked', async () => {
    const load = vi.spyOn(engine, 'loadEngine').mockRejectedValue(new Error('blocked'));
    const form = createForm({ slug: 'sftp' });
    expect(await form.submit()).toMatchObject({ ok: false, field: 'host' });
    form.setValues({ host: 'sftp.example.org', username: 'reports', password: 'fake-password' });
    await form.leave('host');
    expect(await form.submit()).toMatchObject({ ok: false, problems: [{ code: 'unchecked', severity: 'warning' }] });
    expect(await form.submit()).toMatchObject({ ok: true });
    load.mockRestore();
  });
});

describe('before the first submit', () => {
  test('a slip that can be fixed is offered when its field is left, and nothing else', async () => {
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

  test('an empty field may be left', async () => {
    const form = createForm({ slug: 'sftp' });
    await form.leave('host');
    expect(problems(form)).toEqual([]);
  });

  test('a warning that was seen does not hold the submit', async () => {
    const form = createForm({
      slug: 'sftp',
      values: { host: 'sftp.example.org', username: ' reports', password: 'fake-password' },
    });
    await form.leave('username');
    expect((await form.submit()).ok).toBe(true);
  });

  test('editing takes an offer back', async () => {
    const form = createForm({ slug: 'sftp', values: { username: ' reports' } });
    await form.leave('username');
    form.setValue('username', ' reports2');
    expect(problems(form)).toEqual([]);
  });
});

test('what is wrong with a value is said in German, too', async () => {
  const form = createForm({ slug: 'sftp', locale: 'de', values: { username: ' reports' } });
  await form.ready;
  await form.leave('username');
  expect(problems(form)[0]?.[2]).toMatch(/entfernen/);
});

describe('switching', () => {
  test('keeps what both have, forgets problems, checks nothing yet', async () => {
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

  test('auth types keep shared keys', () => {
    const form = createForm({ slug: 'netsuite', values: { account_id: '1234567' } });
    form.setAuthType('oauth2');
    expect(field(form, 'account_id')?.value).toBe('1234567');
  });

  test('reset brings the first values back', async () => {
    const form = createForm({ slug: 'sftp', values: { host: 'sftp.example.org' } });
    form.setValue('host', 'other.example.org');
    form.setSet('Private key');
    await form.submit();
    form.reset();
    expect(form.getState()).toMatchObject({ set: 'Password', isSubmitted: false, problems: [] });
    expect(field(form, 'host')?.value).toBe('sftp.example.org');
  });
});

describe("the endpoint's answer", () => {
  const ready = () =>
    createForm({ slug: 'sftp', values: { host: 'sftp.example.org', username: 'reports', password: 'fake-password' } });
  const failed = (message: string) => ({
    status: 500,
    body: { status_code: 500, http_error_type: 'INTERNAL_SERVER_ERROR', error: 'SERVER_ERROR', message },
  });

  test('lands on the field it names, with its exact words beside plain ones', async () => {
    const form = ready();
    await form.submit();
    await form.setAnswer(failed('Failed to verify credentials: wrong password'));
    expect(form.getState().problems).toEqual([
      {
        ...{ field: 'password', label: 'Password', severity: 'error', code: 'answer', isFixable: false },
        text: 'SFTP did not accept these values.',
        quote: 'Failed to verify credentials: wrong password',
      },
    ]);
  });

  test('is cleared when its field is edited, not before', async () => {
    const form = ready();
    await form.submit();
    await form.setAnswer(failed('Failed to verify credentials: wrong password'));
    form.setValue('host', 'other.example.org');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(problems(form).length).toBe(1);
    form.setValue('password', 'another-fake-password');
    expect(problems(form)).toEqual([]);
  });

  test('is of the whole form if it names no field, or several', async () => {
    for (const reason of ['no route', 'username or password is wrong']) {
      const form = ready();
      await form.setAnswer(failed(`Failed to verify credentials: ${reason}`));
      expect(form.getState().problems[0]?.field).toBeUndefined();
    }
  });

  test('never repeats a value', async () => {
    const form = ready();
    await form.setAnswer(failed('Failed to verify credentials: "fake-password" is wrong'));
    expect(JSON.stringify(form.getState().problems)).not.toContain('fake-password');
  });

  test.each([
    [401, { message: 'Invalid Credentials' }, /API key is invalid/],
    [429, '', /Wait a minute/],
    [400, { message: 'linked account with id x does not exist in test environment' }, /does not exist/],
    [502, '<html>Bad gateway</html>', /Try again later/],
    [200, { error: 'Custom apps are not supported for this endpoint.' }, /did not accept/],
  ])('%i is worded for the person at the form', async (status, body, text) => {
    const form = ready();
    await form.setAnswer({ status, body });
    expect(form.getState().problems[0]?.text).toMatch(text);
  });

  test('a success is one, until the next edit; a Response is read', async () => {
    const form = ready();
    await form.setAnswer(new Response('{"success":true,"message":"Token migrated successfully"}'));
    expect(form.getState()).toMatchObject({ isConnected: true, problems: [] });
    form.setValue('host', 'other.example.org');
    expect(form.getState().isConnected).toBe(false);
  });
});

describe('words', () => {
  test('German loads apart and is complete', async () => {
    const form = createForm({ slug: 'sftp', locale: 'de-AT' });
    await form.ready;
    expect(form.getState().sets.map(({ title }) => title)).toEqual(['Passwort', 'Privater Schlüssel']);
    await form.submit();
    expect(problems(form)[0]).toEqual(['host', 'error', 'Host eingeben.']);
  });

  test('every word can be replaced', async () => {
    const form = createForm({ slug: 'sftp', words: { enter: (label) => `${label}?`, labels: { Host: 'Server' } } });
    await form.submit();
    expect(problems(form)[0]).toEqual(['host', 'error', 'Server?']);
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
