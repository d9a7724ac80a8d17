// Builds the npm packages: the wasm module from Rust, the JavaScript around it, the form.

import { setUpCompiler, setUpRust, setUpWorkspaces } from './setup.mjs';
import { whenChanged } from './stamp.mjs';
import { step } from './step.mjs';

const RUST = ['.cargo', 'Cargo.toml', 'Cargo.lock', 'src', 'crates/wasm'];

/** Builds what has changed. */
export async function build() {
  await setUpRust();
  await setUpCompiler();
  await setUpWorkspaces();
  await whenChanged(
    'wasm',
    { from: [...RUST, 'npm/scripts'], made: ['npm/wasm/auth_object_rows_bg.wasm'] },
    async () => {
      await step('Build the wasm modules (some minutes the first time)', 'npm', [
        'run',
        '--prefix',
        'npm',
        'build:wasm',
      ]);
    },
  );
  const settings = ['package-lock.json', 'npm/package.json', 'npm/tsconfig.json', 'npm/tsconfig.node.json'];
  const from = ['npm/src', 'npm/scripts', ...settings, 'npm/wasm', 'schemas', 'README.md'];
  await whenChanged('package', { from, made: ['npm/dist/index.js'] }, async () => {
    await step('Build the package', 'npm', ['run', '--prefix', 'npm', 'build:js']);
  });
  const form = ['src', 'scripts', 'package.json', 'tsconfig.json'].map((name) => `packages/form/${name}`);
  const formFrom = [...form, 'package-lock.json', 'schemas', 'npm/dist/types'];
  await whenChanged('form', { from: formFrom, made: ['packages/form/dist/index.js'] }, async () => {
    await step('Build the form', 'npm', ['run', '--prefix', 'packages/form', 'build']);
  });
}
