// Builds the package with a larger catalogue, in a copy of the repository below target/.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whenChanged } from '../../../scripts/stamp.mjs';
import { step } from '../../../scripts/step.mjs';
import { ROOT } from '../../harness/paths.mjs';
import { growSchemas } from './schemas.mjs';

const CRATE = ['Cargo.toml', 'Cargo.lock', 'crates', 'src', 'benches', 'schemas', 'README.md', 'pkg-tests/cases'];
const PACKAGE = ['npm/src', 'npm/scripts', 'npm/package.json'];
const MADE_FROM = [...CRATE, ...PACKAGE, 'pkg-tests/bench/growth'];

/**
 * The built package with so many apps; built once, and again where its sources have changed.
 *
 * @param {number} apps
 * @returns {Promise<string>} the path of its `dist`
 */
export async function packageWith(apps) {
  const copy = `target/bench/growth-${apps}`;
  const path = join(ROOT, copy);
  const dist = join(path, 'npm/dist');
  await whenChanged(`growth-${apps}`, { from: MADE_FROM, made: [`${copy}/npm/dist/rows.js`] }, async () => {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(join(path, 'npm'), { recursive: true });
    for (const from of [...CRATE, ...PACKAGE]) {
      if (existsSync(join(ROOT, from))) cpSync(join(ROOT, from), join(path, from), { recursive: true });
    }
    growSchemas(join(path, 'schemas'), apps);
    const env = { CARGO_TARGET_DIR: join(ROOT, 'target/bench/cargo') };
    const generate = ['run', '--quiet', '-p', 'auth-object-schema'];
    await step(`Generate a catalogue of ${apps} apps`, 'cargo', generate, { cwd: path, env });
    const script = (name) => join(path, 'npm/scripts', name);
    await step(`Build a catalogue of ${apps} apps (some minutes, once)`, 'node', [script('build-wasm.mjs')], { env });
    // The command line has types of each app, which are generated for the real ones.
    await step(`Build the package with ${apps} apps`, 'node', [script('build-js.mjs'), 'index', 'rows']);
  });
  return dist;
}
