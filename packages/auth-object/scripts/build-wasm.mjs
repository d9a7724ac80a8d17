// Builds crates/wasm to wasm/, without and with files of rows: auth_object_bg.wasm and auth_object_rows_bg.wasm, each
// with its glue, auth_object.js and auth_object_rows.js.
// `node build-wasm.mjs --names FOLDER` keeps the names of functions and writes to FOLDER instead.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const isNamed = process.argv[2] === '--names';
const done = isNamed ? process.argv[3] : fileURLToPath(new URL('../wasm', import.meta.url));
const TARGET = 'wasm32-unknown-unknown';
const compiled = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), TARGET, 'release/auth_object_wasm.wasm');

/** The modules, with the features of the crate that each has. */
const MODULES = { auth_object: [], auth_object_rows: ['rows'] };

/** What rustc uses for this target with .cargo/config.toml; wasm-opt rejects the others. */
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
];

/** Panics name source files: without the paths of this machine. */
const remaps = [
  [process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'cargo'],
  [root, ''],
].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);

// In a folder of its own, so that a build that fails leaves the last one whole.
const out = mkdtempSync(join(tmpdir(), 'auth-object-'));
for (const [name, features] of Object.entries(MODULES)) {
  compile(features);
  bind(name);
  optimise(join(out, `${name}_bg.wasm`));
}
mkdirSync(done, { recursive: true });
for (const file of Object.keys(MODULES).flatMap((name) => [`${name}.js`, `${name}_bg.wasm`])) {
  copyFileSync(join(out, file), join(done, file));
  console.log(file, statSync(join(out, file)).size);
}
rmSync(out, { recursive: true });

function compile(features) {
  run('cargo', [
    ...['build', '--package', 'auth-object-wasm', '--release', '--locked', '--target', TARGET],
    ...['--features', features.join(',')],
    ...['--config', `target.${TARGET}.rustflags=${JSON.stringify(remaps)}`],
  ]);
}

/** Writes the glue, the JavaScript through which the module is called. */
function bind(name) {
  run('wasm-bindgen', [
    ...['--target', 'web', '--no-typescript', '--out-name', name, '--out-dir', out],
    // The sources say where the module comes from.
    '--omit-default-module-path',
    // Lets an instance be replaced by a fresh one, which takes the glue's views of the old memory away.
    '--experimental-reset-state-function',
    // Otherwise the glue tries at import whether there is one.
    '--encode-into=always',
    compiled,
  ]);
}

function optimise(path) {
  run('wasm-opt', [
    isNamed ? '--debuginfo' : '--strip-debug',
    '-Oz',
    '--converge',
    // Brotli packs runs of zeros better than more segments.
    '--skip-pass=memory-packing',
    // A function with one caller stays by itself: smaller ones look more alike to Brotli.
    '--one-caller-inline-max-function-size=0',
    // The first kilobyte is the far end of the stack.
    '--low-memory-unused',
    '--strip-producers',
    '--strip-target-features',
    ...FEATURES.map((feature) => `--enable-${feature}`),
    path,
    '-o',
    path,
  ]);
}

function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit' });
}
