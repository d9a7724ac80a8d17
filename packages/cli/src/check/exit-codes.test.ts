// The exit codes of `auth-object check`, as its help lists them. Signals: processes.test.ts.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const row = (slug: string, auth_object: unknown) =>
  `${JSON.stringify({ slug, linked_account_id: slug, auth_object })}\n`;
const FILES = {
  good: row('ashby', { api_key: 'fake' }),
  hinted: row('ashby', { api_key: 'YOUR_API_KEY' }),
  likely: row('nobody_knows', { a: 'fake' }),
  bad: row('copper', { api_token: 'fake' }),
  broken: '{"slug":\n',
  empty: '',
  binary: 'PK\u0003\u0004 ',
};
for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);

const CODES: Record<number, string[]> = {
  0: [
    ...['good', 'hinted', 'likely', 'good hinted likely', 'good --strict', 'hinted --strict', 'good --fail-on-hints'],
    ...['empty --allow-empty', 'likely --fail-on-hints', '--help'],
  ],
  1: [
    ...['bad', 'broken --format ndjson', 'good bad', 'likely --strict', 'hinted --fail-on-hints', 'bad --allow-empty'],
    'hinted likely --strict --fail-on-hints',
  ],
  2: [
    ...['missing', 'empty', 'binary', 'good empty', 'bad missing', 'bad empty', 'binary --allow-empty'],
    ...['good --no-such-option', 'good --report xml', 'good --all', 'good --out-ok good', 'good --output no/such/file'],
    'good --no-hints --fail-on-hints',
  ],
};

for (const [code, commands] of Object.entries(CODES)) {
  test(`${code}: ${commands.join(', ')}`, async () => {
    for (const command of commands) {
      const found = await run(['check', ...command.split(' ')], { cwd: folder });
      assert.equal(found.code, Number(code), `${command}: ${found.stderr}`);
    }
  });
}

test('each report ends in the same way', async () => {
  for (const report of ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github']) {
    const codes = ['good', 'likely', 'bad', 'empty', 'hinted --fail-on-hints'].map(async (command) => {
      const { code } = await run(['check', ...command.split(' '), '--report', report], { cwd: folder });
      return code;
    });
    assert.deepEqual(await Promise.all(codes), [0, 0, 1, 2, 1], report);
  }
});

test('the help lists every code', async () => {
  const { stdout } = await run(['check', '--help']);
  const table = stdout.slice(stdout.indexOf('Exit codes:'));
  for (const code of [0, 1, 2, 130, 141]) assert.match(table, new RegExp(`^ {2}${code} `, 'm'));
});
