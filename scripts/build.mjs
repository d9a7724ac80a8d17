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
    { from: [...RUST, 'packages/auth-object/scripts'], made: ['packages/auth-object/src/wasm/built/rows-text.js'] },
    () => step('Build the wasm modules (some minutes the first time)', 'npm', run('auth-object', 'build:wasm')),
  );
  for (const name of ['auth-object', 'endpoint', 'cli', 'form']) {
    const from = [`packages/${name}/src`, `packages/${name}/package.json`, 'schemas', 'package-lock.json'];
    await whenChanged(name, { from, made: [`packages/${name}/dist`] }, () =>
      step(`Build packages/${name}`, 'npm', run(name, 'build')),
    );
  }
}

const run = (name, script) => ['run', '--prefix', `packages/${name}`, script];
