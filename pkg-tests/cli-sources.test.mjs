// The tests in packages/cli once more: with the packed package, in the oldest Node.
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './harness/paths.mjs';
import { project, runtime } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const LIMIT_MS = 900_000;

test('the tests of the command line pass with the packed package', { timeout: LIMIT_MS }, async () => {
  const path = await project('cli');
  // Node 20 has no SQLite.
  const sqlite = join(path, 'node_modules/better-sqlite3');
  if (!existsSync(sqlite)) symlinkSync(join(ROOT, 'node_modules/better-sqlite3'), sqlite);
  const env = {
    AUTH_OBJECT_CLI: join(path, 'node_modules/@auth-object/cli/dist/main.js'),
    AUTH_OBJECT_NODE: await oldestNode(path),
  };
  await run('npm', ['test', '--workspace', 'packages/cli'], { cwd: ROOT, env, limitMs: LIMIT_MS });
});

/** Node 20, unless better-sqlite3 is compiled for another Node: then the one that runs this test. */
async function oldestNode(path) {
  const node = await runtime('node-20');
  const load = 'new (require("better-sqlite3"))(":memory:")';
  return run(node, ['-e', load], { cwd: path }).then(
    () => node,
    () => process.execPath,
  );
}
