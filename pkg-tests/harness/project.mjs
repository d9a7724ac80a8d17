// Makes a real project of an environment's folder: a copy of it, its tools installed, the tarball installed.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { whenChanged } from '../../scripts/stamp.mjs';
import { pack, packForm } from './pack.mjs';
import { PKG_TESTS, PROJECTS, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { requests } from './sample.mjs';

const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];

/**
 * The project of a folder, ready to run. What was installed for the same files before is kept.
 *
 * @param {string} folder from pkg-tests/, such as `environments/vite`
 * @param {{ form?: boolean }} [options] form: it is a sample of the form, so that both packages are installed
 * @returns {Promise<string>} the project's path
 */
export async function project(folder, { form = false } = {}) {
  const packed = form ? [await pack(), await packForm()] : [await pack()];
  const tarballs = packed.map(({ tarball }) => tarball);
  const source = join(PKG_TESTS, folder);
  const path = join(PROJECTS, basename(folder));
  const inRoot = (file) => relative(ROOT, file);
  clear(path);
  cpSync(source, path, { recursive: true, filter: (file) => basename(file) !== 'node_modules' });
  if (!form) copyApp(path);
  const tools = ['package.json', 'package-lock.json'].map((name) => inRoot(join(source, name)));
  const made = [inRoot(join(path, 'node_modules'))];
  if (existsSync(join(source, 'package-lock.json'))) {
    await whenChanged(`tools-${basename(folder)}`, { from: tools, made }, () =>
      run('npm', ['ci', ...QUIET], { cwd: path }),
    );
  }
  // By name, as a user would: npm resolves the tarballs, and the project's lock file stays what it was.
  const names = form ? ['auth-object', '@auth-object/form'] : ['auth-object'];
  const installed = names.map((name) => inRoot(join(path, 'node_modules', name, 'package.json')));
  const from = [...tools, ...tarballs.map(inRoot)];
  await whenChanged(`package-${basename(folder)}`, { from, made: installed }, () =>
    run('npm', ['install', '--no-save', ...QUIET, ...tarballs], { cwd: path }),
  );
  return path;
}

/** Takes away what earlier runs made, the tools' caches too. */
function clear(path) {
  mkdirSync(path, { recursive: true });
  const old = readdirSync(path).filter((name) => name !== 'node_modules');
  for (const name of [...old, 'node_modules/.vite', 'node_modules/.cache']) {
    rmSync(join(path, name), { recursive: true, force: true });
  }
}

/** The app that is the same everywhere, and the requests it asks about. */
function copyApp(path) {
  const common = join(path, 'common');
  cpSync(join(PKG_TESTS, 'common'), common, { recursive: true });
  // As text: a `__proto__` in an object literal would be no key.
  const value = `JSON.parse(${JSON.stringify(JSON.stringify(requests()))})`;
  writeFileSync(join(common, 'requests.js'), `export default ${value};\n`);
  writeFileSync(join(common, 'requests.cjs'), `module.exports = ${value};\n`);
}
