// The packed form: its files, what it installs, and the examples in its README.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pack } from './harness/pack.mjs';
import { checkPackage } from './harness/package-linters.mjs';
import { PACKAGES, PROJECTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const LIMITS = { timeout: 300_000 };
/** Declarations that several entries share. */
const SHARED_TYPES = ['dist/api.d.ts', 'dist/auth-object-form.d.ts'];
const ENTRIES = ['element', 'index', 'json-schema', 'react'];

test('it has the entries, the modules that they share, an app each, and texts', LIMITS, async () => {
  const { files } = await pack('@auth-object/form');
  const paths = files.map(({ path }) => path);
  const [apps, others] = [true, false].map((isApp) =>
    paths.filter((path) => /^dist\/apps\/\w+\.js$/.test(path) === isApp),
  );
  assert.ok(apps.length >= 205);
  const chunks = ['create-form', 'de', 'facts', 'library'];
  assert.deepEqual(
    others.sort(),
    [
      ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'docs/form.png', 'package.json', 'dist/apps/app.d.ts'],
      ...[...ENTRIES, ...chunks].map((name) => `dist/${name}.js`),
      ...[...ENTRIES.map((name) => `dist/${name}.d.ts`), ...SHARED_TYPES],
    ].sort(),
  );
});

test('it installs Lit and nothing else: no server, no parser', LIMITS, async () => {
  const path = join(PROJECTS, 'form-install');
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), '{ "private": true }');
  const packed = [await pack('auth-object'), await pack('@auth-object/form')];
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packed.map(({ tarball }) => tarball)],
    {
      cwd: path,
    },
  );
  const { packages } = JSON.parse(readFileSync(join(path, 'node_modules/.package-lock.json'), 'utf8'));
  assert.deepEqual(
    Object.keys(packages).map((folder) => folder.replace('node_modules/', '')),
    [
      ...['@auth-object/form', '@lit-labs/ssr-dom-shim', '@lit/reactive-element', '@types/trusted-types'],
      ...['auth-object', 'lit', 'lit-element', 'lit-html'],
    ],
  );
});

test('publint and attw accept it', LIMITS, async () => {
  const { tarball } = await pack('@auth-object/form');
  await checkPackage(tarball, ['--profile', 'esm-only']);
});

test('the examples in its README compile under `strict`, and print what it says', LIMITS, async () => {
  const readme = readFileSync(join(PACKAGES, 'form/README.md'), 'utf8');
  const blocks = /^```tsx?\n(?<code>[\s\S]*?)^```$(?:\n+prints\n+^```text\n(?<printed>[\s\S]*?)^```$)?/gm;
  const examples = [...readme.matchAll(blocks)].map(({ groups }) => groups);
  assert.ok(examples.length >= 4);
  // It has the types of React, and a tsconfig.json with `strict`.
  const path = await project('form/react');
  for (const [index, { code }] of examples.entries()) {
    writeFileSync(join(path, `src/readme-${index}.tsx`), `${code}export {};\n`);
  }
  await run('npx', ['tsc'], { cwd: path });
  const [{ code, printed }] = examples.filter((example) => example.printed !== undefined);
  writeFileSync(join(path, 'readme.mjs'), code);
  assert.equal(await run(process.execPath, ['readme.mjs'], { cwd: path }), printed);
});
