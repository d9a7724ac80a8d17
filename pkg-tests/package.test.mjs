// The packed packages: their files, their dependencies, and what publint and attw report. form-package.test.mjs checks
// the form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { pack } from './harness/pack.mjs';
import { checkPackage } from './harness/package-linters.mjs';

/** Code that several entries use, and its types; the name ends in a digest of the content. */
const SHARED = /^dist\/[\w-]+-[\w-]{8}\.(js|d\.ts)$/;
const TEXTS = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json'];
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare'];

const entries = (...names) => names.flatMap((name) => [`dist/${name}.js`, `dist/${name}.d.ts`]);
const scripts = (...names) => names.map((name) => `dist/${name}.js`);

/** The limit of a tarball is in bytes; dependencies and peers as in package.json. */
const PACKAGES = {
  'auth-object': {
    files: [
      ...entries('index', 'node', 'rows'),
      ...scripts('edge-light', 'rows-edge-light', 'rows-slim', 'rows-workerd', 'slim', 'thread-script', 'workerd'),
      ...['dist/auth_object.wasm', 'dist/auth_object_rows.wasm', 'dist/wasm-module.d.ts'],
    ],
    // More would be those of internals: the types are bundled per entry.
    declarations: 6,
    // 600,000 of them are the two WebAssembly modules: each as a string, and as the file that some runtimes need.
    limit: 706_000,
    dependencies: [],
    peers: [],
    // `require` loads ES modules, which attw does not know. It cannot read .wasm files.
    attw: [
      ...['--ignore-rules', 'cjs-resolves-to-esm'],
      ...['--exclude-entrypoints', './auth_object.wasm', './auth_object_rows.wasm'],
    ],
  },
  '@auth-object/endpoint': {
    files: entries('index', 'msw', 'node'),
    limit: 60_000,
    dependencies: ['@hono/node-server', 'hono', 'valibot'],
    peers: ['auth-object', 'better-sqlite3', 'msw'],
    attw: ['--profile', 'esm-only'],
  },
  '@auth-object/cli': {
    files: scripts('main'),
    limit: 120_000,
    dependencies: undefined,
    peers: [],
    // It has no types.
    attw: undefined,
  },
};

for (const [name, expected] of Object.entries(PACKAGES)) {
  describe(name, async () => {
    const { tarball, files, size, folder } = await pack(name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

    test('has the entries, their types and the texts, and nothing else', () => {
      const paths = files.map(({ path }) => path).filter((path) => !SHARED.test(path));
      assert.deepEqual(paths.sort(), [...TEXTS, ...expected.files].sort());
      if (expected.declarations === undefined) return;
      assert.equal(files.filter(({ path }) => path.endsWith('.d.ts')).length, expected.declarations);
    });

    test(`is at most ${expected.limit} bytes`, (t) => {
      t.diagnostic(`${size} bytes`);
      assert.ok(size <= expected.limit, `${size} bytes`);
    });

    test('has only the expected dependencies and runs nothing when it is installed', () => {
      const keys = (object) => Object.keys(object ?? {}).sort();
      if (expected.dependencies !== undefined) assert.deepEqual(keys(manifest.dependencies), expected.dependencies);
      assert.deepEqual(keys(manifest.peerDependencies), expected.peers);
      assert.deepEqual(keys({ ...manifest.optionalDependencies, ...manifest.bundleDependencies }), []);
      // npm installs a peer that is not optional.
      const optional = expected.peers.filter((peer) => peer !== 'auth-object');
      assert.deepEqual(keys(manifest.peerDependenciesMeta), optional);
      for (const peer of optional) assert.equal(manifest.peerDependenciesMeta[peer].optional, true);
      assert.deepEqual(
        INSTALL_SCRIPTS.filter((script) => manifest.scripts?.[script]),
        [],
      );
    });

    test('publint and attw accept it', () => checkPackage(tarball, expected.attw));

    if (name === 'auth-object' || name === '@auth-object/endpoint') {
      test('no module waits at import, so that `require` can load each', async () => {
        for (const { path } of files.filter(({ path }) => path.endsWith('.js'))) {
          const script = readFileSync(join(folder, path), 'utf8');
          // esbuild cannot write top-level await as CommonJS.
          await assert.doesNotReject(transform(script, { format: 'cjs', logLevel: 'silent', target: 'es2022' }), path);
        }
      });
    }
  });
}
