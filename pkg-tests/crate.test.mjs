// The packaged crate, unpacked outside of the repository, in a Rust program.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { PKG_TESTS, PROJECTS, ROOT } from './harness/paths.mjs';
import { run } from './harness/run.mjs';

const WASM = 'wasm32-unknown-unknown';
const FOLDER = join(PROJECTS, 'crate');
const PROGRAM = join(FOLDER, 'program');
/** The status of each body in `crate/src/lib.rs`. */
const STATUSES = [200, 400, 500, 400];

/** Runs cargo on the program, without network. */
const cargo = (...args) => run('cargo', [...args, '--offline'], { cwd: PROGRAM });

before(async () => {
  const [{ version }] = JSON.parse(
    await run('cargo', ['metadata', '--offline', '--no-deps', '--format-version', '1'], { cwd: ROOT }),
  ).packages.filter(({ name }) => name === 'auth-object');
  const args = ['package', '--offline', '--no-verify', '--allow-dirty', '--quiet', '-p', 'auth-object'];
  await run('cargo', [...args, '--target-dir', FOLDER], { cwd: ROOT });
  const name = `auth-object-${version}`;
  const unpacked = join(FOLDER, 'auth-object');
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  await run('tar', ['-xzf', join(FOLDER, 'package', `${name}.crate`), '-C', unpacked, '--strip-components=1'], {
    cwd: FOLDER,
  });
  // With the package's Cargo.lock, cargo finds every dependency on this machine.
  cpSync(join(PKG_TESTS, 'crate'), PROGRAM, { recursive: true });
  copyFileSync(join(unpacked, 'Cargo.lock'), join(PROGRAM, 'Cargo.lock'));
});

test('the package has sources, schemas, licences and the README only', () => {
  const files = readdirSync(join(FOLDER, 'auth-object'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(FOLDER, 'auth-object/').length));
  const rest = files.filter((file) => !/^src\/[\w/]+\.rs$/.test(file) && !/^schemas\/[\w.]+\.json$/.test(file));
  const written = ['.cargo_vcs_info.json', 'Cargo.lock', 'Cargo.toml', 'Cargo.toml.orig'];
  assert.deepEqual(rest.sort(), [...written, 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md']);
  const count = (folder) => files.filter((file) => file.startsWith(`${folder}/`)).length;
  assert.equal(count('schemas'), readdirSync(join(ROOT, 'schemas')).length);
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).filter((file) => file.endsWith('.rs'));
  assert.equal(count('src'), sources.length);
});

test('a program runs natively', { timeout: 900_000 }, async () => {
  const printed = await cargo('run', '--quiet');
  assert.deepEqual(printed.trim().split('\n').map(Number), STATUSES);
});

test('a program runs as WebAssembly, which imports nothing', { timeout: 900_000 }, async () => {
  await cargo('build', '--quiet', '--lib', '--target', WASM);
  const module = await WebAssembly.compile(readFileSync(join(PROGRAM, 'target', WASM, 'debug/program.wasm')));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const { exports } = await WebAssembly.instantiate(module);
  assert.deepEqual(
    STATUSES.map((_, index) => exports.status_of(index)),
    STATUSES,
  );
  assert.equal(exports.status_of(STATUSES.length), 0);
  assert.deepEqual(Object.keys(exports).sort(), ['__data_end', '__heap_base', 'memory', 'status_of']);
});
