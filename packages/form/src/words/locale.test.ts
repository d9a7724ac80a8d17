import { beforeAll, expect, test } from 'vitest';
import { field, importSome, problems } from '../../test/forms.ts';
import { createForm } from '../form/create-form.ts';

beforeAll(() => importSome('sftp'));

test('German is loaded on demand', async () => {
  const form = createForm({ slug: 'sftp', locale: 'de-AT' });
  await form.ready;
  expect(form.getState().sets.map(({ title }) => title)).toEqual(['Passwort', 'Privater Schlüssel']);
  await form.submit();
  expect(problems(form)[0]).toEqual(['host', 'error', 'Host eingeben.']);
});

test('each text can be replaced', async () => {
  const form = createForm({ slug: 'sftp', words: { enter: (label) => `${label}?`, labels: { Host: 'Server' } } });
  await form.submit();
  expect(problems(form)[0]).toEqual(['host', 'error', 'Server?']);
});

test('help can be translated, too', () => {
  const help = 'Leave it empty for 22';
  const form = createForm({ slug: 'sftp', words: { labels: { [help]: 'Leer für 22' } } });
  expect(field(form, 'port')?.help).toBe('Leer für 22');
});

test('the texts of the library are German too', async () => {
  const form = createForm({ slug: 'sftp', locale: 'de', values: { username: ' reports' } });
  await form.ready;
  await form.leave('username');
  expect(problems(form)[0]?.[2]).toMatch(/entfernen/);
});
