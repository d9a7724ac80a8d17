import { beforeAll, expect, test } from 'vitest';
import { importSome, problems } from '../../test/forms.ts';
import { addApp } from '../app/facts.ts';
import { createForm } from './create-form.ts';

beforeAll(() => importSome('sftp', 'netsuite', 'copper', 'oracle_sql'));

const ready = () =>
  createForm({ slug: 'sftp', values: { host: 'sftp.example.org', username: 'reports', password: 'fake-password' } });
const failed = (message: string) => ({
  status: 500,
  body: { status_code: 500, http_error_type: 'INTERNAL_SERVER_ERROR', error: 'SERVER_ERROR', message },
});

test('a problem is shown at the field that the message names, with the message as a quote', async () => {
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

test('a problem stays until its field is edited', async () => {
  const form = ready();
  await form.submit();
  await form.setAnswer(failed('Failed to verify credentials: wrong password'));
  form.setValue('host', 'other.example.org');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(problems(form).length).toBe(1);
  form.setValue('password', 'another-fake-password');
  expect(problems(form)).toEqual([]);
});

test('a message that names no field or several concerns the whole form', async () => {
  for (const reason of ['no route', 'username or password is wrong']) {
    const form = ready();
    await form.setAnswer(failed(`Failed to verify credentials: ${reason}`));
    expect(form.getState().problems[0]?.field).toBeUndefined();
  }
});

/** The quote for a form of `slug` with these values. */
async function quoteOf(slug: string, values: Record<string, string>, message: string): Promise<string | undefined> {
  const form = createForm({ slug, values });
  await form.ready;
  await form.setAnswer(failed(message));
  return form.getState().problems[0]?.quote;
}

test('a quote contains no secret', async () => {
  const message = 'Cannot sign in as reports with "fake-password".';
  const values = { username: 'reports', password: 'fake-password' };
  expect(await quoteOf('sftp', values, message)).toBe('Cannot sign in as reports with "•••".');
});

test('a quote contains what is not secret: the person may find a slip in it', async () => {
  const secrets = { consumer_key: 'fake-key', consumer_secret: 'fake-secret', token_id: 'fake-id' };
  for (const [slug, values, message] of [
    ['netsuite', { ...secrets, account_id: '1234567' }, 'ENOTFOUND 1234567.suitetalk.api.netsuite.com'],
    ['copper', { api_token: 'fake-token', email: 'jane@example.com' }, 'user jane@example.com is not an admin'],
  ] as const) {
    expect(await quoteOf(slug, values, message)).toBe(message);
  }
});

test('a value of an unknown kind is secret: of no field, of a live field, and if one auth type says so', async () => {
  expect(await quoteOf('sftp', { other_key: 'fake-other' }, 'fake-other is wrong')).toBe('••• is wrong');
  const values = { some_name: 'fake-live' };
  const form = createForm({ slug: 'live_app', schemas: { live_app: { keybased: { some_name: 'string' } } }, values });
  await form.ready;
  await form.setAnswer(failed('fake-live is wrong'));
  expect(form.getState().problems[0]?.quote).toBe('••• is wrong');
  const auth = (name: string, secret: object) => ({
    name,
    title: name,
    fields: [{ name: 'id', label: 'ID', ...secret }],
  });
  addApp({ slug: 'two_kinds', brand: 'Two', auth: [auth('keybased', {}), auth('oauth2', { secret: true })] });
  expect(await quoteOf('two_kinds', { id: 'fake-id' }, 'fake-id is wrong')).toBe('••• is wrong');
});

test.each([
  'https://fake-user:fake-pass@db.example.org/x?to=jane@example.com',
  '//fake-user:fake-pass@db.example.org',
  'fake-user:fake-pass@db.example.org',
  'fake-user/fake-pass@//db.example.org:1521/x',
  'jdbc:oracle:thin:fake-user/fake-pass@//db.example.org:1521/x',
  'jdbc:postgresql://db.example.org/x?user=fake-user&password=fake-pass&ssl=true',
  'Data Source=db.example.org; User Id=fake-user; Password = fake-pass;',
])('a quote has no password of a value that is not secret: %s', async (connection_string) => {
  const message = `fake-pass is wrong: cannot connect to ${connection_string}`;
  expect(await quoteOf('oracle_sql', { connection_string }, message)).toBe('••• is wrong: cannot connect to •••');
});

test('a password in an address is also redacted decoded, and with the signs of an address', async () => {
  const quote = (host: string, message: string) => quoteOf('sftp', { host }, message);
  expect(await quote('sftp://reports:fake%40pass@example.org', 'wrong: fake@pass')).toBe('wrong: •••');
  expect(await quote('sftp://reports:fa:ke@pa/ss@example.org', 'wrong: fa:ke@pa/ss')).toBe('wrong: •••');
  expect(await quote('sftp://reports:fake%pass@example.org', 'wrong: fake%pass')).toBe('wrong: •••');
});

test.each([
  'https://db.example.org:1521/x',
  'https://example.org/users/jane@example.org',
  'sftp://reports@sftp.example.org:22',
  'jdbc:oracle:thin:@//db.example.org:1521/x',
  '//db.example.org:1521/x',
  'db.example.org:1521/x',
  'jane@example.org/token',
])('a quote contains an address without a password: %s', async (connection_string) => {
  const message = `cannot connect to ${connection_string}`;
  expect(await quoteOf('oracle_sql', { connection_string }, message)).toBe(message);
});

test.each([
  ['passw', 'using password: YES', 'using password: YES'],
  ['passw', 'wrong: passw, user_passw', 'wrong: •••, user_•••'],
  ['passw', 'passw', '•••'],
  ['passw', 'a%3Apassw%40b {"a":"\\npassw"}', 'a%3A•••%40b {"a":"\\n•••"}'],
  ['1234', 'port 12345, PIN 1234', 'port 12345, PIN •••'],
  ['größe', 'Schuhgröße, größe', 'Schuhgröße, •••'],
  ['größe', 'agr%C3%B6%C3%9Feb', 'a•••b'],
  // Ordinary words have no such pieces.
  ['pas5w', 'xpas5wx', 'x•••x'],
  ['p.ss', 'xp.ssx passx', 'x•••x passx'],
  ['fakepass', 'xfakepassx', 'x•••x'],
])('a short word is a secret only as a whole word: %s', async (password, message, quote) => {
  expect(await quoteOf('sftp', { password }, message)).toBe(quote);
});

test.each([
  [401, { message: 'Invalid Credentials' }, /API key is invalid/],
  [429, '', /Wait a minute/],
  [400, { message: 'linked account with id x does not exist in test environment' }, /does not exist/],
  [502, '<html>Bad gateway</html>', /Try again later/],
  [200, { error: 'Custom apps are not supported for this endpoint.' }, /did not accept/],
])('status %i has a text for the person at the form', async (status, body, text) => {
  const form = ready();
  await form.setAnswer({ status, body });
  expect(form.getState().problems[0]?.text).toMatch(text);
});

test('after a success the form is connected until the next edit', async () => {
  const form = ready();
  await form.setAnswer(new Response('{"success":true,"message":"Token migrated successfully"}'));
  expect(form.getState()).toMatchObject({ isConnected: true, problems: [] });
  form.setValue('host', 'other.example.org');
  expect(form.getState().isConnected).toBe(false);
});
