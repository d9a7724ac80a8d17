// What `npm start` and `npm run setup` install, each only if it is missing. rustup, cargo, npm and apt-get do the work.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARGO_BIN, DEBIAN, find } from './programs.mjs';
import { ask, root, run, StepError } from './step.mjs';

const TARGET = 'wasm32-unknown-unknown';

/** Rust, a linker for it, and the target that crates/wasm is compiled for. */
export async function installRust() {
  if ((await ask('rustc', ['--version'])) === undefined) {
    throw new StepError('Rust is missing: install it from https://rustup.rs, then try again.');
  }
  await installDebian(['cc']);
  const library = (await ask('rustc', ['--print', 'target-libdir', '--target', TARGET]))?.trim();
  if (!library || !existsSync(library)) await run('rustup', ['target', 'add', TARGET]);
}

/**
 * The npm packages of a folder, as its lock file names them.
 *
 * @param {string} folder
 * @param {string[]} [workspaces] only what these and the root need; without, all
 */
export async function installPackages(folder, workspaces) {
  if (arePackagesInstalled(folder, workspaces)) return;
  const some = workspaces ? ['--include-workspace-root', ...workspaces.map((name) => `--workspace=${name}`)] : [];
  await run('npm', ['ci', ...some, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: join(root, folder) });
}

/**
 * Whether the packages that some workspaces need directly are installed, and none in another version than locked. `npm ci`
 * would install all of them again, `npm ls` does not look into the lock file.
 */
function arePackagesInstalled(folder, workspaces) {
  const installedFile = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(join(root, installedFile))) return false;
  const installed = readPackages(installedFile);
  const locked = readPackages(join(folder, 'package-lock.json'));
  const needing = workspaces
    ? ['', ...workspaces]
    : Object.keys(locked).filter((path) => !path.includes('node_modules'));
  const isInstalled = (from, name) => [from, ''].some((place) => join(place, 'node_modules', name) in installed);
  return (
    Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version) &&
    needing.every((path) => {
      const { dependencies, devDependencies } = locked[path];
      return Object.keys({ ...dependencies, ...devDependencies }).every((name) => isInstalled(path, name));
    })
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
}

/** Programs from Debian's packages. */
export async function installDebian(programs) {
  const packages = [
    ...new Set(programs.filter((program) => !find(program)).flatMap((program) => DEBIAN[program] ?? [])),
  ];
  if (packages.length === 0) return;
  // Passwords are not asked for: only root installs, or a CI machine.
  const sudo = process.getuid?.() === 0 ? [] : process.env.CI ? ['sudo'] : undefined;
  if (sudo === undefined || !find('apt-get')) {
    throw new StepError(`Programs are missing. Install them; Debian has them in: ${packages.join(' ')}.`);
  }
  const apt = (...args) => {
    const [program, ...rest] = [...sudo, 'apt-get', ...args];
    return run(program, rest);
  };
  await apt('update');
  await apt('install', '--yes', '--no-install-recommends', ...packages);
}

/** A program that cargo compiles, in one version. */
export async function installCargo(program, version, options) {
  const path = find(program);
  if (path && (await ask(path, ['--version']))?.split(/\s/)[1] === version) return;
  await run('cargo', ['install', ...options, '--force', '--version', version]);
  if (!find(program))
    throw new StepError(`cargo installed ${program}, but not to ${CARGO_BIN}. Add its folder to PATH.`);
}

/** The version of a crate in Cargo.lock. */
export function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  return new RegExp(`^name = "${crate}"\nversion = "(.*)"$`, 'm').exec(lock)[1];
}
