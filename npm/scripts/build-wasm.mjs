// Builds the crate to npm/wasm: the bindings (auth_object_bg.js), the optimised wasm (auth_object_bg.wasm), and the same
// in parts (auth_object_first.wasm and those of PARTS).
// `node build-wasm.mjs --names FOLDER` writes the same files with the names of their functions to FOLDER instead.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cutPanics } from './cut-panics.mjs';
import { installed } from './installed.mjs';
import { splitWasm } from './split-wasm.mjs';

const npm = fileURLToPath(new URL('..', import.meta.url));
const crate = fileURLToPath(new URL('../..', import.meta.url));
const named = process.argv[2] === '--names';
const done = named ? process.argv[3] : join(npm, 'wasm');
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

/** What a page loads only where it asks for it; npm/src/part/ has a file for each. */
const PARTS = {
  catalog: {
    exports: /^(apps?|authStructure|inputFields|jsonSchema|registerApp)$/,
    own: /^auth_object::catalog::(structure|view)::/,
  },
  edit: { exports: /^edit$/, own: /^auth_object::fixes::Edit::apply::/ },
  text: { exports: /^checkText$/, own: /^auth_object::request::json::read::/ },
  ndjson: { exports: /ndjsonchecker|^__/, own: /^auth_object::(batch|wasm::ndjson)::/ },
};

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
cutPanics(file);
// The names say what belongs to which part.
optimise(file, '--debuginfo');
for (const [name, bytes] of Object.entries(splitWasm(readFileSync(file), PARTS))) {
  writeFileSync(join(out, `auth_object_${name}.wasm`), bytes);
}
mkdirSync(done, { recursive: true });
for (const name of readdirSync(out).filter((found) => /^auth_object_\w+\.(js|wasm)$/.test(found))) {
  const path = join(out, name);
  if (name.endsWith('.wasm')) optimise(path, named ? '--debuginfo' : '--strip-debug');
  copyFileSync(path, join(done, name));
  console.log(name, statSync(path).size);
}
rmSync(out, { recursive: true });

function optimise(path, names) {
  run(process.execPath, [
    installed(npm, 'binaryen/bin/wasm-opt'),
    names,
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
