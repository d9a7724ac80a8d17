// A form of a live auth structure whose names mislead or inherit, and values that nobody types.
import { apps } from 'auth-object';
import { beforeAll, describe, expect, test } from 'vitest';
import { field, importSome, names } from '../../test/forms.ts';
import { addApp } from '../app/facts.ts';
import { createForm } from './create-form.ts';

const SECRET = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

beforeAll(() => importSome('sftp'));

async function liveForm(slug: string, fieldNames: readonly string[]) {
  const structure = { keybased: Object.fromEntries(fieldNames.map((name) => [name, 'string'])) };
  const form = createForm({ slug, schemas: Object.fromEntries([[slug, structure]]) });
  await form.ready;
  return form;
}

describe('names that every object inherits', () => {
  test('are fields like others', async () => {
    const form = await liveForm('inherited_fields', INHERITED);
    expect(names(form)).toEqual(INHERITED);
    expect(form.getState()).toMatchObject({ isEmpty: true, isComplete: false });
    expect(form.getState().fields.map(({ value }) => value)).toEqual(INHERITED.map(() => ''));
    const empty = await form.submit();
    expect(empty.ok ? [] : empty.problems.map(({ field }) => field)).toEqual(INHERITED);
    for (const name of INHERITED) form.setValue(name, `fake-${name}`);
    const result = await form.submit();
    const values = result.ok ? (result.request.auth_object.keybased ?? {}) : {};
    expect(Object.entries(values)).toEqual(INHERITED.map((name) => [name, `fake-${name}`]));
    form.reset();
    expect(form.getState().isEmpty).toBe(true);
  });

  test('are apps like others', async () => {
    for (const slug of INHERITED) {
      const form = createForm({ slug, schemas: {}, values: {} });
      await form.ready;
      expect(form.getState()).toMatchObject({ status: 'unknown_app', brand: slug });
      expect(names(await liveForm(slug, ['api_key']))).toEqual(['api_key']);
    }
  });

  test('are labels like others', async () => {
    const fields = INHERITED.map((name) => ({ name, label: name }));
    addApp({ slug: 'inherited_labels', brand: 'Labels', auth: [{ name: 'keybased', title: 'constructor', fields }] });
    for (const locale of ['en', 'de']) {
      const form = createForm({ slug: 'inherited_labels', locale });
      await form.ready;
      for (const name of INHERITED) expect(field(form, name)?.label).toBe(name);
    }
  });

  test('are values like others', async () => {
    const values = Object.fromEntries(INHERITED.map((name) => [name, 'fake']));
    const form = createForm({ slug: 'sftp', values });
    form.setValues(values);
    expect(Object.keys(form.getRequest().auth_object.keybased ?? {})).toEqual([]);
    expect(({} as Record<string, unknown>).fake).toBeUndefined();
  });
});

test('the slug of an unknown app is hidden if it looks like a secret, and otherwise cut and escaped', async () => {
  for (const [slug, shown] of [
    [SECRET, '[hidden]'],
    ['a\u202eb', String.raw`a\u202eb`],
    ['no_such_app', 'no_such_app'],
  ] as const) {
    const form = createForm({ slug });
    await form.ready;
    const { brand, words } = form.getState();
    expect(words.unknownApp(brand)).toBe(`There is no form for “${shown}”.`);
  }
});

test('names of a live structure are shown, cut and escaped', async () => {
  const names = ['awsAccessKeyId', 's3BucketName', 'x509CertificateChainPem', 'a\u202eb\u200b', 'x'.repeat(10_000)];
  const form = await liveForm('acme_internal_crm_20240115', names);
  const { brand, fields } = form.getState();
  const labels = fields.map(({ label }) => label.toLowerCase());
  expect(brand).toMatch(/^acme internal crm 20240115$/i);
  expect(labels.slice(0, 3).map((label) => label.replaceAll(' ', ''))).toEqual(
    names.slice(0, 3).map((name) => name.toLowerCase()),
  );
  expect(labels[3]).toBe(String.raw`a\u202eb\u200b`);
  expect(labels[4]).toBe(`${'x'.repeat(64)}…`);
  const result = await form.submit();
  const texts = JSON.stringify(result.ok ? [] : result.problems.map(({ text, label }) => [text, label]));
  expect(texts).not.toMatch(/hidden|[\u202e\u200b]/);
});

test('an app of the catalogue has its names unchanged', async () => {
  for (const { slug, brand } of apps()) {
    const form = createForm({ slug });
    await form.ready;
    expect(form.getState().brand).toBe(brand);
  }
});

test('a structure has names only: no address, no markup', async () => {
  const structure = JSON.parse(
    '{"keybased":{"api_key":{"type":"string","required":true,"docs":"javascript:alert(1)","help":"<b>","options":["x"]}}}',
  );
  const form = createForm({ slug: 'with_address', schemas: { with_address: structure } });
  await form.ready.catch(() => {});
  const { docs, help, options } = field(form, 'api_key') ?? {};
  expect([docs, help, options]).toEqual([undefined, undefined, undefined]);
});

test('a message that repeats a value is quoted without it: as it is, in JSON, in a URL, and in another value', async () => {
  const values = { host: 'sftp.example.org', username: 'fake-pass', password: `fake-pass/"wo rd"('~!)*` };
  const forms = [
    values.password,
    JSON.stringify(values.password),
    encodeURIComponent(values.password),
    new URLSearchParams({ p: values.password }).toString(),
  ];
  for (const text of forms) {
    const form = createForm({ slug: 'sftp', values });
    await form.setAnswer({ status: 400, body: { message: `Cannot sign in with ${text}.` } });
    expect(form.getState().problems[0]?.quote).toContain('•••');
    expect(form.getState().problems[0]?.quote).not.toMatch(/wo.?rd"|%22|%20|wo\+|~/);
  }
});

test('half a character and a value of megabytes are checked', async () => {
  const form = createForm({
    slug: 'sftp',
    values: { host: 'sftp.example.org', username: 'a\ud83d', password: 'fake' },
  });
  await form.setAnswer({ status: 400, body: { message: 'a\ud83d is unknown.' } });
  expect(form.getState().problems).toHaveLength(1);
  form.setValue('password', 'x'.repeat(5_000_000));
  const before = performance.now();
  await form.submit();
  expect(performance.now() - before).toBeLessThan(5000);
});
