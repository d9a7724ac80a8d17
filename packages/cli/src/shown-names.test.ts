// Names that somebody registered or typed are printed; those that look like a token are not.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { run, scratch } from './testing/run.ts';

const APP = 'oracle-fusion-cloud-erp';
const CUSTOM = 'custom-acme-billing-system-prod';
const TOKEN = 'sk_test_fakeQw9rTy7uPl3mNb6v';
const folder = scratch();
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const cli = (...args: string[]) => run(args, { cwd: folder });

write(
  'schemas.json',
  JSON.stringify({
    ...{ baseUrl: 'http://localhost', pulled: '2026-01-01', customApps: [CUSTOM] },
    apps: { [APP]: { keybased: { api_key: 'string' } } },
  }),
);
write(
  'rows.ndjson',
  [APP, CUSTOM].map((slug) => `${JSON.stringify({ slug, auth_object: { keybased: {} } })}\n`).join(''),
);

test('every report has the slugs of registered and custom apps', async () => {
  for (const report of ['pretty', 'json', 'ndjson', 'junit', 'github', 'sarif']) {
    const { stdout } = await cli('check', 'rows.ndjson', '--schemas', 'schemas.json', '--report', report);
    assert.ok(!stdout.includes('[hidden]'), report);
    for (const slug of [APP, CUSTOM]) assert.ok(stdout.includes(slug), `${report} ${slug}`);
  }
});

test('a long slug is cut', async () => {
  write('long.ndjson', JSON.stringify({ slug: 'xy-'.repeat(500_000), auth_object: {} }));
  for (const report of ['pretty', 'json', 'github']) {
    const { stdout } = await cli('check', 'long.ndjson', '--report', report);
    assert.ok(stdout.includes('xy-xy-xy') && stdout.length < 5000, `${report} ${stdout.length}`);
  }
});

test('a slug that looks like a token is hidden, and the help says so', async () => {
  write('token.ndjson', JSON.stringify({ slug: TOKEN, auth_object: {} }));
  const { stdout } = await cli('check', 'token.ndjson');
  assert.match(stdout, /^unknown_app · 1 row: \[hidden\]$/m);
  assert.match(stdout, /→ The slug is hidden because it may be a secret in the wrong place\./);
  assert.ok(!stdout.includes(TOKEN));
});

test('what was typed as a name', async () => {
  const found = async (...args: string[]) => (await cli(...args)).stderr;
  assert.equal(await found('show', 'Aha!'), 'error: Unknown app "Aha!". Did you mean aha?\n');
  assert.equal(
    await found('apps', 'google', 'cloud', 'storage', 'buckets'),
    'No app matches "google cloud storage buckets".\n',
  );
  assert.match(await found('show', 'google-cloud-storage-bucket'), /"google-cloud-storage-bucket"/);
  assert.match(await found('show', 'quick-books-desktop-edition-2024'), /"quick-books-desktop-edition-2024"/);
  assert.match(await found('explain', 'What does that mean?'), /"What does that mean\?"/);
  for (const args of [['show'], ['apps'], ['explain'], ['example', 'hubspot']]) {
    for (const secret of [TOKEN, 'aB3dE6gH9jK2mN5p']) {
      assert.match(await found(...args, secret), /"\[hidden\]"/);
    }
  }
});
