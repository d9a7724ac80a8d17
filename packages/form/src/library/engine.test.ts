import { beforeAll, expect, test, vi } from 'vitest';
import { importSome, names } from '../../test/forms.ts';
import { createForm } from '../form/create-form.ts';
import * as engine from './engine.ts';

beforeAll(() => importSome('sftp'));

test('an imported app is ready at once, without the library', () => {
  const load = vi.spyOn(engine, 'loadEngine');
  const form = createForm({ slug: 'sftp' });
  expect(form.getState().status).toBe('ready');
  expect(load).not.toHaveBeenCalled();
  load.mockRestore();
});

test('an app that is not imported comes from the catalogue', async () => {
  const form = createForm({ slug: 'zendesk' });
  expect(form.getState().status).toBe('loading');
  await form.ready;
  expect(form.getState()).toMatchObject({ status: 'ready', brand: 'Zendesk' });
  expect(form.getState().fields.length).toBeGreaterThan(1);
});

test('an unknown app has a status', async () => {
  const form = createForm({ slug: 'no_such_app' });
  await form.ready;
  expect(form.getState().status).toBe('unknown_app');
  expect(await form.submit()).toEqual({ ok: false, problems: [] });
});

test('a live auth structure replaces the catalogue', async () => {
  const form = createForm({ slug: 'copper', schemas: { copper: { keybased: { new_key: 'string' } } } });
  await form.ready;
  expect(names(form)).toEqual(['new_key']);
  const result = await form.submit();
  expect(result).toMatchObject({ ok: false, field: 'new_key', problems: [{ severity: 'error' }] });
});

test('if the library cannot be loaded, the values can be sent unchecked', async () => {
  const load = vi.spyOn(engine, 'loadEngine').mockRejectedValue(new Error('blocked'));
  const form = createForm({ slug: 'sftp' });
  expect(await form.submit()).toMatchObject({ ok: false, field: 'host' });
  form.setValues({ host: 'sftp.example.org', username: 'reports', password: 'fake-password' });
  await form.leave('host');
  expect(await form.submit()).toMatchObject({ ok: false, problems: [{ code: 'unchecked', severity: 'warning' }] });
  expect(await form.submit()).toMatchObject({ ok: true });
  load.mockRestore();
});
