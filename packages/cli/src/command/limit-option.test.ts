// `--limit` of the commands that check requests or register apps.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const cli = (...args: string[]) => run(args, { cwd: folder });

/** What names the option of a limit, at the end. */
const optionText = (limit: string) => new RegExp(`The option is --limit ${limit.replace(/=.*/, '')}=NUMBER\\.$`, 'm');

test('check rejects the rows that exceed a limit, and checks the others', async () => {
  const row = '{"slug":"gmail","auth_object":{"refresh_token":"fake"}}';
  write('rows.ndjson', `${row}\n${row.replace('{', '{"a":[[]],')}\n${row}\n`);
  write('rows.csv', 'slug,refresh_token\ngmail,fake\ngmail,fake,,\n');
  for (const [file, limit, code] of [
    ['rows.ndjson', `requestBytes=${row.length}`, { too_large: 1 }],
    ['rows.ndjson', 'nesting=2', { too_large: 1 }],
    ['rows.ndjson', 'keys=3', { too_large: 1 }],
    ['rows.ndjson', 'keys=4', {}],
    ['rows.csv', 'cells=3', { too_large: 1 }],
  ] as const) {
    const { stdout } = await cli('check', file, '--report', 'json', '--limit', limit);
    const { files, failures } = JSON.parse(stdout);
    assert.deepEqual(files[0].byCode, code, limit);
    for (const { help } of failures) assert.match(help, optionText(limit));
  }
});

test('a header that exceeds a limit', async () => {
  write('header.csv', 'slug,refresh_token\ngmail,fake\n');
  for (const limit of ['cells=1', 'requestBytes=5']) {
    const { code, stderr } = await cli('check', 'header.csv', '--limit', limit);
    assert.equal(code, 2);
    assert.match(stderr, optionText(limit));
  }
});

test('a command rejects schemas that exceed a limit', async () => {
  const schemas = { baseUrl: 'http://localhost', pulled: '2026-01-01', customApps: [] };
  const apps = { acme_billing: { keybased: { a: 'string' } }, acme_crm: { keybased: { a: 'string' } } };
  write('schemas.json', JSON.stringify({ ...schemas, apps }));
  const show = (limit: string) => cli('show', 'acme_crm', '--schemas', 'schemas.json', '--limit', limit);
  assert.equal((await show('apps=2')).code, 0);
  const { code, stderr } = await show('apps=1');
  assert.equal(code, 2);
  assert.match(stderr, /invalid schema for acme_crm\. At most 1 apps can be registered/);
  assert.match(stderr, optionText('apps'));
  const large = await show('appBytes=30');
  assert.match(large.stderr, /invalid schema for acme_billing\. .* longer than 30 bytes/);
  assert.match(large.stderr, optionText('appBytes'));
});

test('a wrong limit is misuse, and its text is not printed', async () => {
  for (const limit of ['fakeSecretName=5', 'keys=', 'keys=0', '__proto__=5']) {
    const { code, stderr } = await cli('check', 'rows.ndjson', '--limit', limit);
    assert.equal(code, 2, limit);
    assert.match(stderr, /NAME=NUMBER|whole number of at least 1/, limit);
    assert.ok(!stderr.includes('fakeSecretName'));
  }
  const { stdout } = await cli('check', '--help');
  assert.match(stdout.replace(/\s+/g, ' '), /requestBytes=16777216, nesting=16384/);
});
