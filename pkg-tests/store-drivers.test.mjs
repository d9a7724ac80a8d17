// Which SQLite the store in a file takes, and what it says where there is none that works.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { NPM, PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const place = mkdtempSync(join(tmpdir(), 'auth-object-'));
after(() => rmSync(place, { recursive: true }));

/** How each runtime runs a program. */
const RUN = { bun: ['bun'], deno: ['deno', 'run', '--allow-all'] };
const ANSWERS = 'Integration - slack created\nIntegration - slack updated';

/** Runs a server with a store in a file, by the runtime of an environment, in a folder; what it said. */
async function answered(environment, cwd) {
  const path = await project(`environments/${environment}`);
  const file = join(place, 'endpoint.db');
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  const [tool, ...args] = RUN[environment] ?? ['node'];
  const program = join(PKG_TESTS, 'store/answer.mjs');
  const dist = join(path, 'node_modules/auth-object/dist/node.js');
  const told = await run(join(path, 'node_modules/.bin', tool), [...args, program, dist, file], { cwd });
  return { told: told.trim(), made: existsSync(file) };
}

const KILLS = 'process.kill(process.pid, "SIGSEGV");';
const IS_NOT_COMPILED = 'module.exports = class { constructor() { throw new Error("no bindings"); } };';

/** A folder in which a version of better-sqlite3 is installed; by default one that must not be loaded. */
function folderWith(version, script = KILLS) {
  const folder = join(place, version);
  const installed = join(folder, 'node_modules/better-sqlite3');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version, main: 'a.js' }));
  writeFileSync(join(installed, 'a.js'), script);
  return folder;
}

for (const environment of ['node-22', 'node-24', 'bun', 'deno']) {
  test(`the runtime's own, in ${environment}`, async () => {
    assert.deepEqual(await answered(environment, folderWith('13.0.0')), { told: ANSWERS, made: true });
  });
}

test('a way out where there is none, and no file', async () => {
  const { told, made } = await answered('node-20', place);
  assert.match(
    told,
    /^TypeError: .* has no node:sqlite: use Node 22\.13 or later, or run "npm install better-sqlite3@12"\.$/,
  );
  assert.equal(made, false);
});

test('a version that would end the process is not loaded', async () => {
  const { told, made } = await answered('node-20', folderWith('13.0.0'));
  assert.match(told, /^TypeError: .*better-sqlite3 13\.0\.0 needs Node 22: run "npm install better-sqlite3@12"/);
  assert.equal(made, false);
});

test('one that is not compiled for this Node, and no file', async () => {
  const { told, made } = await answered('node-20', folderWith('12.0.0', IS_NOT_COMPILED));
  assert.match(told, /^TypeError: .* not compiled for this Node \(v20\..*\): run "npm rebuild better-sqlite3"\.$/);
  assert.equal(made, false);
});

test("the store's own tests, with node:sqlite", async () => {
  const path = await project('environments/node-24');
  await run(join(path, 'node_modules/.bin/node'), ['--test', 'test/stores.test.mjs'], { cwd: NPM });
});
