// Which SQLite the store in a file takes, and what it says where there is none that works.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { NPM } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const place = mkdtempSync(join(tmpdir(), 'auth-object-'));
after(() => rmSync(place, { recursive: true }));

/** Opens a store in a folder with the packed package and the Node of an environment; what went wrong, as text. */
async function opened(environment, cwd, entry) {
  const path = await project(`environments/${environment}`);
  const file = join(place, 'endpoint.db');
  rmSync(file, { force: true });
  const script = `
    const { sqliteStore } = ${entry === 'cjs' ? 'require(process.argv[1])' : 'await import(process.argv[1])'};
    try { sqliteStore(process.argv[2]).close(); } catch (error) { console.log(error.name + ': ' + error.message); }`;
  const node = join(path, 'node_modules/.bin/node');
  const dist = join(path, `node_modules/auth-object/dist/node.${entry}`);
  const type = entry === 'cjs' ? 'commonjs' : 'module';
  const told = await run(node, [`--input-type=${type}`, '--eval', script, dist, file], { cwd });
  return { told: told.trim(), made: existsSync(file) };
}

/** A folder in which a version of better-sqlite3 is installed that must not be loaded. */
function folderWith(version) {
  const folder = join(place, version);
  const installed = join(folder, 'node_modules/better-sqlite3');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version, main: 'a.js' }));
  writeFileSync(join(installed, 'a.js'), 'process.kill(process.pid, "SIGSEGV");');
  return folder;
}

for (const entry of ['js', 'cjs']) {
  test(`node.${entry}: Node's own, where it has one`, async () => {
    for (const environment of ['node-22', 'node-24']) {
      assert.deepEqual(await opened(environment, folderWith('13.0.0'), entry), { told: '', made: true });
    }
  });

  test(`node.${entry}: a way out where there is none, and no file`, async () => {
    const { told, made } = await opened('node-20', place, entry);
    assert.match(
      told,
      /^TypeError: .* has no node:sqlite: use Node 22\.13 or later, or run "npm install better-sqlite3@12"\.$/,
    );
    assert.equal(made, false);
  });

  test(`node.${entry}: a version that would end the process is not loaded`, async () => {
    const { told, made } = await opened('node-20', folderWith('13.0.0'), entry);
    assert.match(told, /^TypeError: .*better-sqlite3 13\.0\.0 needs Node 22: run "npm install better-sqlite3@12"/);
    assert.equal(made, false);
  });
}

test("the store's own tests, with node:sqlite", async () => {
  const path = await project('environments/node-24');
  await run(join(path, 'node_modules/.bin/node'), ['--test', 'test/stores.test.mjs'], { cwd: NPM });
});
