// What is in the packed package, and what the linters of packages say of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './harness/pack.mjs';
import { NPM, PKG_TESTS } from './harness/paths.mjs';
import { run } from './harness/run.mjs';

const TYPES = /^dist\/.*\.d\.c?ts$/;

test('it holds one wasm, the entries, types, texts, and nothing else', async () => {
  const { files } = await pack();
  const paths = files.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !TYPES.test(path)),
    [
      ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist/auth_object.wasm', 'dist/cli.js', 'dist/edge-light.js'],
      ...['dist/endpoint.cjs', 'dist/endpoint.edge-light.js', 'dist/endpoint.js', 'dist/endpoint.workerd.js'],
      ...['dist/index.cjs', 'dist/index.js', 'dist/msw.cjs', 'dist/msw.js', 'dist/node-worker.cjs'],
      ...['dist/node-worker.js', 'dist/node.cjs', 'dist/node.js', 'dist/slim.cjs', 'dist/slim.js'],
      ...['dist/THIRD-PARTY-LICENSES.txt', 'dist/workerd.js', 'package.json'],
    ],
  );
  const types = paths.filter((path) => TYPES.test(path) && path !== 'dist/auth_object.wasm.d.ts');
  const twin = (path) => path.replace(/\.d\.(c?)ts$/, (_, c) => (c ? '.d.ts' : '.d.cts'));
  assert.deepEqual(
    types.filter((path) => !types.includes(twin(path))),
    [],
    'every type stands there for both formats',
  );
});

test('its package.json asks for no dependency and runs nothing at install', () => {
  const manifest = JSON.parse(readFileSync(join(NPM, 'package.json'), 'utf8'));
  for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
    assert.deepEqual(Object.keys(manifest[kind] ?? {}), [], kind);
  }
  // npm installs a peer that is not marked so.
  for (const peer of Object.keys(manifest.peerDependencies)) {
    assert.deepEqual(manifest.peerDependenciesMeta[peer], { optional: true }, peer);
  }
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => manifest.scripts?.[name]);
  assert.deepEqual(hooks, []);
});

test('publint finds nothing', async () => {
  const { tarball } = await pack();
  const bytes = readFileSync(tarball);
  const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: archive }, strict: true, level: 'suggestion' });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test('attw finds nothing', async () => {
  const { tarball } = await pack();
  const attw = join(PKG_TESTS, 'node_modules/.bin/attw');
  // The wasm file is no module of JavaScript's, which is all that attw knows.
  await run(attw, [tarball, '--format', 'ascii', '--no-color', '--exclude-entrypoints', './auth_object.wasm'], {
    cwd: PKG_TESTS,
  });
});
