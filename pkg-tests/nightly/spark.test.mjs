// The script of docs/scale.md, unchanged: a million rows through PySpark give the counts of one process.
import assert from 'node:assert/strict';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { catalogue } from '../bench/catalogue.mjs';
import { requests } from '../bench/requests.mjs';
import { ROOT } from '../harness/paths.mjs';
import { project } from '../harness/project.mjs';
import { pythonEnvironment } from '../harness/python.mjs';
import { run } from '../harness/run.mjs';

const ROWS = 1_000_000;
const BLOCK = 20_000;

/** The only script of the page. */
function script() {
  const page = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');
  const scripts = [...page.matchAll(/^```python\n([\s\S]*?)^```$/gm)];
  assert.equal(scripts.length, 1, 'docs/scale.md has one script');
  return scripts[0][1];
}

/** A million rows, 5 in 100 of them rejected: a block of requests, repeated. */
async function writeRows(path, folder) {
  const api = await import(pathToFileURL(join(folder, 'node_modules/auth-object/dist/index.js')));
  const rows = requests(catalogue(api).compact, BLOCK);
  const block = rows.map(({ text }) => `${text}\n`).join('');
  const file = openSync(path, 'w');
  for (let count = 0; count < ROWS; count += BLOCK) writeSync(file, block);
  closeSync(file);
}

test('a million rows through RDD.pipe: the counts of one process', { timeout: 900_000 }, async () => {
  const spark = await pythonEnvironment('spark', 'pkg-tests/spark/requirements.txt');
  const folder = await project('spark');
  const rows = join(folder, 'rows.ndjson');
  await writeRows(rows, folder);
  writeFileSync(join(folder, 'check.py'), script());
  const PATH = [join(folder, 'node_modules/.bin'), spark, process.env.PATH].join(delimiter);
  const conf = ['spark.ui.enabled=false', `spark.local.dir=${join(folder, 'spark-local')}`];
  const printed = await run(
    join(spark, 'spark-submit'),
    ['--master', 'local[2]', ...conf.flatMap((each) => ['--conf', each]), 'check.py', 'rows.ndjson', 'rejected'],
    { cwd: folder, env: { PATH, SPARK_LOCAL_IP: '127.0.0.1' } },
  );
  const counts = Object.fromEntries([...printed.matchAll(/^\|(\w+) *\|(\d+) *\|$/gm)].map(([, ...pair]) => pair));

  await run('node_modules/.bin/auth-object', ['check', rows, '--report', 'json', '-o', 'one.json', '--quiet'], {
    cwd: folder,
  }).catch(({ message }) => assert.match(message, /ended with code 1/));
  const one = JSON.parse(readFileSync(join(folder, 'one.json'), 'utf8'));
  assert.equal(one.total, ROWS);
  assert.ok(one.rejected > 40_000, `${one.rejected}`);
  const expected = { accepted: one.accepted, ...one.byCode };
  assert.deepEqual(counts, Object.fromEntries(Object.entries(expected).map(([code, count]) => [code, String(count)])));

  // Row by row, not only the sums: each account is in one row of a block.
  const parts = readdirSync(join(folder, 'rejected')).filter((name) => name.startsWith('part-'));
  const rejected = parts.flatMap((name) =>
    readFileSync(join(folder, 'rejected', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(JSON.parse),
  );
  assert.deepEqual(rejected.map(keyOf).sort(), one.failures.map(keyOf).sort());
  rmSync(rows);
});

const keyOf = ({ slug, linked_account_id, code, path }) => JSON.stringify([slug, linked_account_id, code, path]);
