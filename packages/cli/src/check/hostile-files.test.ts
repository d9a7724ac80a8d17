// `auth-object check` and files that are made to break it: little memory, and no row is lost.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');

const GOOD = '{"slug":"slack","linked_account_id":"a","auth_object":{"access_token":"fake-token"}}';
const MANY = 20_000;

/** The content and the number of its rows. Each row is one line, and no line is blank. */
const LINES: Record<string, string> = {
  'rows of one byte': `${GOOD}\n${'1\n'.repeat(MANY)}${GOOD}`,
  'brackets that nothing closes': `${GOOD}\n${'['.repeat(100_000)}\n${'{"a":'.repeat(50_000)}\n${GOOD}\n`,
  'brackets that nothing opens': `${GOOD}\n${'}'.repeat(100_000)}\n${']'.repeat(100_000)}\n${GOOD}\n`,
  'nested rows, and good ones between': `${GOOD}\n${`${'[{"a":'.repeat(600)}\n${GOOD}\n`.repeat(50)}`,
  'zero bytes, and marks of line ends that NDJSON does not have': `${GOOD}\n${'\0'.repeat(1000)}\n"\u2028\ufeff\r"\n${GOOD}`,
  'a million backslashes, and a number of as many digits': `${GOOD}\n"${'\\'.repeat(1e6)}\n${'1'.repeat(1e6)}\n${GOOD}`,
  'lone surrogates as escapes': `${GOOD}\n{"slug":"\\ud800"}\n{"\\udfff":1}\n${GOOD}\n`,
};

async function split(content: string) {
  writeFileSync(path('rows'), content);
  const args = ['rows', '--out-ok', 'ok', '--out-bad', 'bad', '--report', 'json'];
  const { code, stdout, stderr } = await run(['check', ...args], { cwd: folder });
  assert.equal(code, 1, stderr);
  const { total, accepted, rejected, failures } = JSON.parse(stdout);
  assert.equal(accepted + rejected, total);
  assert.equal(failures.length, rejected);
  return { total, accepted, rejected };
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('every row is in one place', () => {
  for (const [name, content] of Object.entries(LINES)) {
    test(name, async () => {
      const { total, accepted, rejected } = await split(content);
      const [all, ok, bad] = [lines(content), lines(read('ok')), lines(read('bad'))];
      assert.deepEqual([total, accepted, rejected], [all.length, ok.length, bad.length]);
      assert.ok(ok.every((line) => line === GOOD));
      const rest = all.filter((line) => line !== GOOD);
      assert.ok(rest.every((line, index) => line === bad[index]));
    });
  }

  test('a quote that is not closed', async () => {
    const content = `slug,access_token\nslack,fake\nslack,"${'x\n'.repeat(MANY)}slack,fake\n`;
    const { total, accepted, rejected } = await split(content);
    assert.deepEqual([total, accepted, rejected], [MANY + 2, 2, MANY]);
    const bad = lines(read('bad'));
    assert.equal(bad.length, MANY + 1);
    assert.ok(bad.slice(2).every((line) => line.startsWith('x,')));
    assert.equal(read('ok'), 'slug,access_token\nslack,fake\nslack,fake\n');
  });

  test('a list inside an object', async () => {
    const { total } = await split(`{"data":[${GOOD}${',1'.repeat(MANY)}],"total":1}`);
    assert.equal(total, MANY + 1);
    assert.deepEqual(JSON.parse(read('ok')), [JSON.parse(GOOD)]);
    assert.equal(JSON.parse(read('bad')).length, MANY);
  });
});

test('a million rows that are found at once do not need a large heap', async () => {
  writeFileSync(path('rows'), `slug,access_token\nslack,"${'x\n'.repeat(1_000_000)}`);
  const env = { NODE_OPTIONS: '--max-old-space-size=64' };
  const { code, stdout, stderr } = await run(['check', 'rows'], { cwd: folder, env });
  assert.equal(code, 1, stderr);
  assert.match(stdout, /1,?000,?000 rejected/);
});
