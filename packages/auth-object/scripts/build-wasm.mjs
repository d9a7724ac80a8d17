// Builds crates/wasm to wasm/, without and with files of rows: auth_object_bg.wasm and auth_object_rows_bg.wasm, each
// with its glue, auth_object.js and auth_object_rows.js. wasm-pack would do most of this, but it passes no flags to
// wasm-bindgen.
// `node build-wasm.mjs --compile` stops before it needs wasm-opt, which npm may still be installing.
// `node build-wasm.mjs --names FOLDER` keeps the names of functions and writes to FOLDER instead.
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { whenChanged } from '../../../scripts/stamp.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [mode, folder] = process.argv.slice(2);
const isNamed = mode === '--names';
const done = isNamed ? folder : fileURLToPath(new URL('../wasm', import.meta.url));
const TARGET = 'wasm32-unknown-unknown';
/** What cargo compiled. It keeps only the last one itself, for both have the same file name. */
const COMPILED = 'target/wasm-modules';
const SCRIPT = 'packages/auth-object/scripts/build-wasm.mjs';

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

const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, encoding: 'utf8' }).trim();

/** Panics name source files: without the paths of this machine. */
const remaps = [
  [process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'cargo'],
  [join(sysroot, 'lib/rustlib/src/rust'), ''],
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

const names = Object.keys(MODULES);
const modules = names.map((name) => `${COMPILED}/${name}.wasm`);
const rust = ['.cargo', 'Cargo.toml', 'Cargo.lock', 'src', 'crates/wasm', SCRIPT];
await whenChanged('wasm-modules', { from: rust, made: modules }, compile);
if (isNamed) await build();
else if (mode !== '--compile') {
  const made = names
    .flatMap((name) => [`${name}.js`, `${name}_bg.wasm`])
    .map((file) => `packages/auth-object/wasm/${file}`);
  await whenChanged('wasm', { from: [...modules, 'Cargo.lock', 'crates/bindgen', SCRIPT], made }, build);
}

async function compile() {
  const compiled = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), TARGET, 'release/auth_object_wasm.wasm');
  mkdirSync(join(root, COMPILED), { recursive: true });
  for (const [name, features] of Object.entries(MODULES)) {
    run('cargo', [
      ...['build', '--package', 'auth-object-wasm', '--release', '--locked', '--target', TARGET],
      ...['--features', features.join(',')],
      ...['--config', `target.${TARGET}.rustflags=${JSON.stringify(remaps)}`],
    ]);
    copyFileSync(compiled, join(root, COMPILED, `${name}.wasm`));
  }
}

async function build() {
  // In a temporary folder, so that a build that fails leaves the last one whole.
  const out = mkdtempSync(join(tmpdir(), 'auth-object-'));
  for (const name of names) {
    const module = join(root, COMPILED, `${name}.wasm`);
    run('cargo', ['run', '--quiet', '--package', 'auth-object-bindgen', '--locked', '--', module, name, out]);
  }
  const optimise = (path) => promisify(execFile)('wasm-opt', [...WASM_OPT, path, '-o', path]);
  await Promise.all(names.map((name) => optimise(join(out, `${name}_bg.wasm`))));
  mkdirSync(done, { recursive: true });
  for (const file of names.flatMap((name) => [`${name}.js`, `${name}_bg.wasm`])) {
    copyFileSync(join(out, file), join(done, file));
    console.log(file, statSync(join(done, file)).size);
  }
  rmSync(out, { recursive: true });
}

function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit' });
}
