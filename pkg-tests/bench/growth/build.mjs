// Builds the library with a larger catalogue, in a copy of the repository below target/.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../harness/paths.mjs';
import { step } from '../steps.mjs';
import { growSchemas } from './schemas.mjs';

const LIBRARY = 'packages/auth-object';
const COPIED = [
  ...['.cargo', 'Cargo.toml', 'Cargo.lock', 'crates', 'src', 'benches', 'schemas', 'README.md', 'pkg-tests/cases'],
  ...['package.json', 'tsconfig.base.json'],
];
/** What the copy's build makes. */
const BUILT = ['dist', 'node_modules', 'wasm'];

/**
 * The library built with a larger catalogue.
 *
 * @param {number} apps
 * @returns {Promise<string>} the path of its `dist`
 */
export async function libraryWith(apps) {
  const path = join(ROOT, `target/bench/growth-${apps}`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, LIBRARY), { recursive: true });
  const ofLibrary = readdirSync(join(ROOT, LIBRARY)).filter((name) => !BUILT.includes(name));
  for (const name of [...COPIED, ...ofLibrary.map((file) => join(LIBRARY, file))]) {
    if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(path, name), { recursive: true });
  }
  growSchemas(join(path, 'schemas'), apps);
  const env = { CARGO_TARGET_DIR: join(ROOT, 'target/bench/cargo') };
  const generate = ['run', '--quiet', '-p', 'auth-object-schema'];
  await step(`Generate a catalogue of ${apps} apps`, 'cargo', generate, { cwd: path, env });
  // The copy has no node_modules: npm and Node find those of the repository, which is above it.
  const build = (title, script) => step(title, 'npm', ['run', script], { cwd: join(path, LIBRARY), env });
  await build(`Compile a catalogue of ${apps} apps (some minutes)`, 'build:wasm');
  await build(`Build the library with ${apps} apps`, 'build');
  return join(path, LIBRARY, 'dist');
}
