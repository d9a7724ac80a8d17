// What is in the packed package, and what the linters of packages say of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './harness/pack.mjs';
import { NPM, PKG_TESTS } from './harness/paths.mjs';
import { run } from './harness/run.mjs';

const TYPES = /^dist\/types\/.*\.d\.ts$/;
/** What entries share; the name holds a digest of the content. */
const CHUNK = /^dist\/chunk-[A-Z0-9]{8}\.js$/;

test('it holds the two modules, the entries, types, texts, and nothing else', async () => {
  const { files } = await pack();
  const paths = files.map(({ path }) => path).filter((path) => !TYPES.test(path) && !CHUNK.test(path));
  assert.deepEqual(paths, [
    ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist/auth_object_rows.wasm', 'dist/auth_object_rows.wasm.d.ts'],
    ...['dist/auth_object.wasm', 'dist/auth_object.wasm.d.ts'],
    ...['dist/cli.js', 'dist/edge-light.js', 'dist/endpoint-edge-light.js', 'dist/endpoint-workerd.js'],
    ...['dist/endpoint.js', 'dist/index.js', 'dist/msw.js', 'dist/node-worker.js', 'dist/node.js'],
    ...['dist/rows-edge-light.js', 'dist/rows-slim.js', 'dist/rows-workerd.js', 'dist/rows.js', 'dist/slim.js'],
    ...['dist/THIRD-PARTY-LICENSES.txt', 'dist/workerd.js', 'package.json'],
  ]);
});

test('no module waits at import, so that require can load each', async () => {
  await pack();
  for (const name of readdirSync(join(NPM, 'dist')).filter((file) => file.endsWith('.js') && file !== 'cli.js')) {
    const script = readFileSync(join(NPM, 'dist', name), 'utf8');
    // esbuild cannot write top-level await as CommonJS.
    await assert.doesNotReject(transform(script, { format: 'cjs', logLevel: 'silent', target: 'es2022' }), name);
  }
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
  // `require` loads ES modules, which attw does not know; and it knows no wasm files.
  const ignored = [
    '--ignore-rules',
    'cjs-resolves-to-esm',
    '--exclude-entrypoints',
    './auth_object.wasm',
    './auth_object_rows.wasm',
  ];
  await run(attw, [tarball, '--format', 'ascii', '--no-color', ...ignored], { cwd: PKG_TESTS });
});
