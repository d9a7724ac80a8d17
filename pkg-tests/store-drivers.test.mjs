// Which SQLite the store of the packed package uses, and the errors without a usable one.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { PACKAGES } from './harness/paths.mjs';
import { project, runtime } from './harness/project.mjs';
import { run } from './harness/run.mjs';
import { CWD, nodeOfBetterSqlite3 } from './store/better-sqlite3.mjs';

const place = mkdtempSync(join(tmpdir(), 'auth-object-'));
after(() => rmSync(place, { recursive: true }));
let folder;
before(async () => {
  // Not in consumer/, where tests of the command line link better-sqlite3.
  folder = await project('store', 'environments');
});

/** The options with which a runtime runs a program. */
const RUN = { deno: ['run', '--allow-all'] };
const ANSWERS = 'Integration - slack created\nIntegration - slack updated';

/** Runs a server with a store in a file. `cwd` is where better-sqlite3 is looked for. */
async function answered(name, cwd) {
  const file = join(place, 'endpoint.db');
  for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { force: true });
  const printed = await run(await runtime(name), [...(RUN[name] ?? []), join(folder, 'answer.mjs'), file], { cwd });
  return { printed: printed.trim(), created: existsSync(file) };
}

const KILLS = 'process.kill(process.pid, "SIGSEGV");';
const IS_NOT_COMPILED = 'module.exports = class { constructor() { throw new Error("no bindings"); } };';

/** A folder with a fake better-sqlite3; by default one that ends the process when it is loaded. */
function folderWith(version, script = KILLS) {
  const cwd = join(place, version);
  const installed = join(cwd, 'node_modules/better-sqlite3');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version, main: 'a.js' }));
  writeFileSync(join(installed, 'a.js'), script);
  return cwd;
}

for (const name of ['node-22', 'node-24', 'bun', 'deno']) {
  test(`the runtime's own, in ${name}`, async () => {
    assert.deepEqual(await answered(name, folderWith('13.0.0')), { printed: ANSWERS, created: true });
  });
}

test('without any: what to do, and no file', async () => {
  const { printed, created } = await answered('node-20', place);
  assert.match(
    printed,
    /^no_sqlite: .* has no node:sqlite: use Node 22\.13 or later, or run "npm install better-sqlite3@12"\.$/,
  );
  assert.equal(created, false);
});

test('a version that would end the process is not loaded', async () => {
  const { printed, created } = await answered('node-20', folderWith('13.0.0'));
  assert.match(
    printed,
    /^sqlite_version: .*better-sqlite3 13\.0\.0 needs Node 22: run "npm install better-sqlite3@12"/,
  );
  assert.equal(created, false);
});

test('one that is not compiled for this Node: what to do, and no file', async () => {
  const { printed, created } = await answered('node-20', folderWith('12.0.0', IS_NOT_COMPILED));
  assert.match(
    printed,
    /^sqlite_not_compiled: .* not compiled for this Node \(v20\..*\): run "npm rebuild better-sqlite3"\.$/,
  );
  assert.equal(created, false);
});

/** The store's own tests as a file for node:test, on the packed package. */
async function storeTests() {
  const packed = { index: '@auth-object/endpoint', node: '@auth-object/endpoint/node' };
  const plugin = {
    name: 'packed package',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/entry\/\w+\.ts$/ }, ({ path }) => {
        return { path: packed[path.match(/(\w+)\.ts$/)[1]], external: true };
      });
      onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'node-test' }));
      onLoad({ filter: /./, namespace: 'node-test' }, () => {
        return { contents: "export { after as afterAll, describe, test } from 'node:test';" };
      });
    },
  };
  const outfile = join(folder, 'stores.test.mjs');
  await build({
    ...{ entryPoints: [join(PACKAGES, 'endpoint/src/node/stores.test.ts')], outfile, plugins: [plugin] },
    ...{ bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' },
  });
  return outfile;
}

test("the store's own tests, with node:sqlite and with better-sqlite3", async () => {
  const file = await storeTests();
  for (const name of ['node-22', 'node-24']) await run(await runtime(name), ['--test', file], { cwd: folder });
  const { node, flags } = await nodeOfBetterSqlite3();
  await run(node, [...flags, '--test', file], { cwd: CWD });
});
