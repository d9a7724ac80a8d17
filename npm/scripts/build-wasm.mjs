// Builds the crate to npm/wasm: the bindings (auth_object_bg.js) and the optimised wasm (auth_object_bg.wasm).
// `node build-wasm.mjs --names FILE` writes the same wasm with the names of its functions to FILE, and nothing else.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cutPanics } from './cut-panics.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const crate = fileURLToPath(new URL('../..', import.meta.url));
const done = join(npm, 'wasm');
const named = process.argv[2] === '--names' ? process.argv[3] : undefined;
/** Apart, so that a build that fails leaves the last one whole. */
const out = mkdtempSync(join(tmpdir(), 'auth-object-'));
const file = join(out, 'auth_object_bg.wasm');

// What rustc emits for wasm32-unknown-unknown with .cargo/config.toml; wasm-opt refuses what it is not told of.
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
];

function run(command, args) {
  execFileSync(command, args, { cwd: crate, stdio: 'inherit' });
}

/** Panics name source files: without the paths of whoever builds. */
const remaps = [
  [process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'cargo'],
  [crate, ''],
].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);

// package.json and the optimiser are ours, so both are turned off here.
run('wasm-pack', [
  'build',
  '.',
  '--release',
  '--target',
  'bundler',
  '--no-pack',
  '--no-opt',
  '--no-typescript',
  '--out-dir',
  out,
  '--out-name',
  'auth_object',
  '--',
  '--locked',
  '--config',
  `target.wasm32-unknown-unknown.rustflags=${JSON.stringify(remaps)}`,
]);
const before = statSync(file).size;
cutPanics(file, named !== undefined);
run(process.execPath, [
  `${npm}node_modules/binaryen/bin/wasm-opt`,
  ...(named === undefined ? [] : ['--debuginfo']),
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
  file,
  '-o',
  file,
]);
if (named === undefined) {
  mkdirSync(done, { recursive: true });
  for (const name of ['auth_object_bg.js', 'auth_object_bg.wasm']) copyFileSync(join(out, name), join(done, name));
  console.log(`${before} -> ${statSync(file).size} bytes`);
} else {
  copyFileSync(file, named);
}
rmSync(out, { recursive: true });
