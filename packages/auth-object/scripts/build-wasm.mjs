// Builds crates/wasm to wasm/, without and with files of rows: auth_object_bg.wasm and auth_object_rows_bg.wasm, each
// with its glue, auth_object.js and auth_object_rows.js. wasm-pack would do most of this, but it passes no flags to
// wasm-bindgen.
// `node build-wasm.mjs --compile` only fills cargo's cache, while npm is still installing wasm-opt.
// `node build-wasm.mjs --names FOLDER` keeps the names of functions and writes to FOLDER instead.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [mode, folder] = process.argv.slice(2);
const isNamed = mode === '--names';
const done = isNamed ? folder : fileURLToPath(new URL('../wasm', import.meta.url));
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

const WASM_OPT = [
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
];

// In a temporary folder, so that a build that fails leaves the last one whole.
const out = mkdtempSync(join(tmpdir(), 'auth-object-'));
for (const [name, features] of Object.entries(MODULES)) {
  compile(features);
  if (mode !== '--compile') bind(name);
}
if (mode !== '--compile') await Promise.all(Object.keys(MODULES).map(optimise));
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
  run('cargo', ['run', '--quiet', '--package', 'auth-object-bindgen', '--locked', '--', compiled, name, out]);
}

/** Copies glue and module to their place; the module through wasm-opt, which takes long, unless it has been already. */
async function optimise(name) {
  const [from, to] = [out, done].map((folder) => join(folder, `${name}_bg.wasm`));
  const digest = createHash('sha256').update(readFileSync(from)).update(WASM_OPT.join()).digest('hex');
  const stamp = join(done, `${name}.sha256`);
  if (existsSync(to) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  await promisify(execFile)('wasm-opt', [...WASM_OPT, from, '-o', from], { cwd: root });
  mkdirSync(done, { recursive: true });
  copyFileSync(join(out, `${name}.js`), join(done, `${name}.js`));
  copyFileSync(from, to);
  writeFileSync(stamp, digest);
  console.log(to, statSync(to).size);
}

function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit' });
}
