// explain: rules and hints in the terminal, from the same data as the documentation.
import assert from 'node:assert/strict';
import { codeDescriptions } from '@auth-object/reference';
import { test } from 'vitest';
import { run } from '../testing/run.ts';

test('without a code: a line for each', async () => {
  const { code, stdout } = await run(['explain']);
  assert.equal(code, 0);
  const listed = [...stdout.matchAll(/^ {2}(\w+) +(\S.*)$/gm)].map(([, name, title]) => [name, title]);
  assert.deepEqual(
    listed,
    codeDescriptions.map(({ code, title }) => [code, title]),
  );
});

test('a rule: its number, answer, what, why, what to do, an example, the source', async () => {
  const { code, stdout } = await run(['explain', 'invalid_credentials']);
  assert.equal(code, 0);
  const headings = [...stdout.matchAll(/^(\S.*)\n {2}/gm)].map(([, heading]) => heading.split(':')[0]);
  assert.deepEqual(headings, ['Answer', 'What', 'Why', 'What to do', 'Example', 'Source']);
  assert.match(stdout, /^invalid_credentials {2}rule 1\nThe x-api-key is missing, blank or unknown\n/);
  assert.match(stdout, /^ {2}401 Invalid Credentials \(quoted from the documentation of the endpoint\)$/m);
  assert.doesNotMatch(stdout, /`/);
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80 || /^ {2}\w+: \{/.test(line), line);
});

test('a hint with its variants, and a row code', async () => {
  const { stdout } = await run(['explain', 'near_miss_key']);
  assert.match(stdout, /^near_miss_key {2}hint\n/);
  assert.match(stdout, /^Variants\n {2}same_name: /m);
  assert.match((await run(['explain', 'too_large'])).stdout, /^too_large {2}a row that cannot be read\n/);
});

test('--json is the data', async () => {
  const { stdout } = await run(['explain', 'quoted', '--json']);
  assert.deepEqual(
    JSON.parse(stdout),
    codeDescriptions.find(({ code }) => code === 'quoted'),
  );
  assert.deepEqual(JSON.parse((await run(['explain', '--json'])).stdout), codeDescriptions);
});

test('other spellings are understood', async () => {
  assert.match((await run(['explain', 'Near-Miss-Key'])).stdout, /^near_miss_key /);
});

test('an unknown code: the closest one or the list, and 2', async () => {
  const cases = { nearmiss_key: 'Did you mean near_miss_key?', zzzz: 'Run "auth-object explain" to list all codes.' };
  for (const [typed, help] of Object.entries(cases)) {
    const { code, stdout, stderr } = await run(['explain', typed]);
    assert.deepEqual([code, stdout, stderr], [2, '', `error: Unknown code "${typed}". ${help}\n`]);
  }
});
