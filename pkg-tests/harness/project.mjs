// Makes projects that have installed the packed packages, as their users have them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packAll } from './pack.mjs';
import { PKG_TESTS, PROJECTS } from './paths.mjs';
import { run } from './run.mjs';
import { requests } from './sample.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel', 'error'];
/** The project of the folders that need nothing but the packages. */
const DEFAULT = 'consumer';
/** What a project with its own package.json keeps between runs. */
const KEPT = ['node_modules', 'installed.json'];
/** What tools make of the packages, in node_modules. */
const CACHES = ['.vite', '.cache'];

/**
 * A copy of a folder of pkg-tests/ in a project that has installed all packages.
 *
 * - A folder with a package.json is a project with its own node_modules.
 * - Any other folder is a part of the project above it: environments/vite of environments/, types/ of consumer/. Each
 *   test file has its own copy of the folder, so that two files may run at once. `node_modules` in it is a link to the
 *   shared one: do not write to it.
 *
 * What was installed for the same lock file and the same tarballs is kept.
 *
 * @param {string} folder such as `environments/vite`; one that does not exist gives an empty copy
 * @param {string} [root] the folder whose project it is a part of
 * @returns {Promise<string>} the path of the copy: its tools are in `node_modules/.bin`, `auth-object` among them
 */
export async function project(folder, root = rootOf(folder)) {
  const installed = await install(root);
  if (folder === root) {
    copy(folder, installed);
    return installed;
  }
  const path = join(installed, basename(process.argv[1]).replace(/\..*/, ''), basename(folder));
  rmSync(path, { recursive: true, force: true });
  copy(folder, path);
  symlinkSync(join(installed, 'node_modules'), join(path, 'node_modules'));
  if (root === 'environments') copyApp(path);
  return path;
}

/**
 * The program of a runtime of environments/.
 *
 * @param {'node-20' | 'node-22' | 'node-24' | 'bun' | 'deno'} name
 * @returns {Promise<string>} its path
 */
export async function runtime(name) {
  const modules = join(await install('environments'), 'node_modules');
  // Three packages have a program `node`, so that `.bin` has only one of them.
  return name.startsWith('node-') ? join(modules, name, 'bin/node') : join(modules, '.bin', name);
}

/** The folder of pkg-tests/ whose package.json and lock file a folder uses. */
function rootOf(folder) {
  for (let above = folder; above !== '.'; above = dirname(above)) {
    if (existsSync(join(PKG_TESTS, above, 'package.json'))) return above;
  }
  return DEFAULT;
}

/**
 * Installs a project: the tools of its lock file and the tarballs, as `npm install ./auth-object.tgz …` does.
 *
 * @param {string} root a folder of pkg-tests/ with a package.json
 * @returns {Promise<string>} its path
 */
export async function install(root) {
  const path = join(PROJECTS, root.replaceAll('/', '-'));
  const stamp = join(path, 'installed.json');
  const tarballs = (await packAll()).map(({ tarball }) => tarball);
  const manifests = ['package.json', 'package-lock.json'].map((name) => join(PKG_TESTS, root, name)).filter(existsSync);
  const from = JSON.stringify([tarballs, manifests.map((file) => readFileSync(file, 'utf8'))]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return path;
  for (const old of [stamp, ...CACHES.map((name) => join(path, 'node_modules', name))]) {
    rmSync(old, { recursive: true, force: true });
  }
  mkdirSync(path, { recursive: true });
  for (const file of manifests) cpSync(file, join(path, basename(file)));
  const npm = (...options) => run('npm', ['install', '--no-save', ...QUIET, ...options, ...tarballs], { cwd: path });
  await npm('--prefer-offline').catch((error) => {
    // npm's cache may be older than the lock file.
    if (!error.message.includes('ETARGET')) throw error;
    return npm();
  });
  writeFileSync(stamp, from);
  return path;
}

/** Copies a folder, and removes what earlier runs left in the copy. */
function copy(folder, path) {
  mkdirSync(path, { recursive: true });
  const old = readdirSync(path).filter((name) => !KEPT.includes(name));
  for (const name of old) rmSync(join(path, name), { recursive: true, force: true });
  const source = join(PKG_TESTS, folder);
  if (!existsSync(source)) return;
  cpSync(source, path, { recursive: true, filter: (file) => basename(file) !== 'node_modules' });
}

/** Adds the app that every environment runs, and its requests. */
function copyApp(path) {
  const common = join(path, 'common');
  cpSync(join(PKG_TESTS, 'common'), common, { recursive: true });
  // As a string: in an object literal, `__proto__` would not be a key.
  const value = `JSON.parse(${JSON.stringify(JSON.stringify(requests()))})`;
  writeFileSync(join(common, 'requests.js'), `export default ${value};\n`);
  writeFileSync(join(common, 'requests.cjs'), `module.exports = ${value};\n`);
}
