// Checks which files `npm pack` packs, and their size: no declarations of internals, nothing by accident.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The tarball, in bytes. Four fifths of it are the two modules, each as a file and inside a script. */
const MAX_BYTES = 525_000;

const EXPECTED = [
  ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json'],
  ...['dist/auth_object.wasm', 'dist/auth_object_rows.wasm', 'dist/wasm-module.d.ts'],
  ...['dist/index.d.ts', 'dist/node.d.ts', 'dist/rows.d.ts'],
  ...['dist/index.js', 'dist/slim.js', 'dist/workerd.js', 'dist/edge-light.js'],
  ...['dist/rows.js', 'dist/rows-slim.js', 'dist/rows-workerd.js', 'dist/rows-edge-light.js'],
  ...['dist/node.js', 'dist/thread-script.js'],
];
/** What entries share, with a hash in its name. */
const SHARED = /^dist\/[\w-]+-[\w-]{8}\.(js|d\.ts)$/;

const folder = fileURLToPath(new URL('..', import.meta.url));
const [{ files, size }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const paths = files.map(({ path }) => path);
assert.deepEqual(paths.filter((path) => !SHARED.test(path)).sort(), EXPECTED.sort());
// More declarations would be those of internals: the types are bundled per entry.
assert.equal(paths.filter((path) => path.endsWith('.d.ts')).length, 6);
assert.ok(size <= MAX_BYTES, `${size} bytes packed; the limit is ${MAX_BYTES}.`);
console.log(`${files.length} files, ${size} bytes packed`);
