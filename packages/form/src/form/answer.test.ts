import { beforeAll, expect, test } from 'vitest';
import { importSome, problems } from '../../test/forms.ts';
import { createForm } from './create-form.ts';

beforeAll(() => importSome('sftp'));

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

test('a quote contains no value', async () => {
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
