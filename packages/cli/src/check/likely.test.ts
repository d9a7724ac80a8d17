// `auth-object check` and rejections that an unconfirmed schema may cause: listed separately, and no failure by default.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const row = (slug: string, auth_object: unknown) =>
  `${JSON.stringify({ slug, linked_account_id: slug, auth_object })}\n`;
const GOOD = row('ashby', { api_key: 'fake' });
const LIKELY = row('nobody_knows', { a: 'fake' });
const BAD = row('copper', { api_token: 'fake' });
writeFileSync(path('likely'), GOOD + LIKELY);
writeFileSync(path('all'), GOOD + LIKELY + BAD);
const check = (...args: string[]) => run(['check', ...args], { cwd: folder });

describe('likely rejections', () => {
  test('the exit code', async () => {
    assert.equal((await check('likely')).code, 0);
    assert.equal((await check('likely', '--strict')).code, 1);
    assert.equal((await check('all')).code, 1);
    assert.equal((await check('likely', '--strict', '--trust', 'documented')).code, 0);
  });

  test('each row is in exactly one of --out-ok and --out-bad', async () => {
    await check('all', '--out-ok', 'ok', '--out-bad', 'bad');
    assert.deepEqual([read('ok'), read('bad')], [GOOD + LIKELY, BAD]);
    await check('all', '--out-ok', 'ok', '--out-bad', 'bad', '--strict');
    assert.deepEqual([read('ok'), read('bad')], [GOOD, LIKELY + BAD]);
  });

  test('pretty: a section of their own that says how to be certain', async () => {
    const { stdout } = await check('all');
    assert.match(
      stdout,
      /^Rejected: 1 row\nkeybased_fields .*^Likely rejected: 1 row\n.* Run "auth-object pull" .*\nunknown_app · 1 row: nobody_knows$/ms,
    );
    assert.match(stdout, /^✗ 3 rows: 1 accepted, 1 rejected, 1 likely rejected$/m);
    assert.match((await check('likely')).stdout, /^! 2 rows: 1 accepted, 0 rejected, 1 likely rejected$/m);
    assert.match((await check('likely', '--strict')).stdout, /^✗ 2 rows: 1 accepted, 0 rejected, 1 likely rejected$/m);
  });

  test('the reports for programs', async () => {
    const { rejected, likely, failures } = JSON.parse((await check('all', '--report', 'json')).stdout);
    assert.deepEqual([rejected, likely, failures.map(({ certainty }) => certainty)], [2, 1, ['likely', 'certain']]);
    const lines = (await check('all', '--report', 'ndjson')).stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)).map(({ ok, certainty }) => [ok, certainty]),
      [
        [false, 'likely'],
        [false, 'certain'],
      ],
    );
  });

  test('the reports for other tools: a warning, with --strict an error', async () => {
    const strict = (report: string) => check('likely', '--report', report, '--strict');
    const junit = (await check('likely', '--report', 'junit')).stdout;
    assert.match(junit, /tests="2" failures="0"/);
    assert.match(junit, /name="line 2: nobody_knows \(likely rejected\)">\s*<system-out>unknown_app: likely:2/);
    assert.match((await strict('junit')).stdout, /failures="1".*<failure type="unknown_app"/s);
    assert.match((await check('likely', '--report', 'sarif')).stdout, /"ruleId":"unknown_app","level":"warning"/);
    assert.match((await strict('sarif')).stdout, /"ruleId":"unknown_app","level":"error"/);
    assert.match(
      (await check('likely', '--report', 'github')).stdout,
      /^::warning file=likely,line=2,.*Likely rejected/m,
    );
    assert.match((await strict('github')).stdout, /^::error file=likely,line=2,/m);
  });
});
