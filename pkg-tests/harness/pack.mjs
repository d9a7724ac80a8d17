// Packs the published packages.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, PACKED, ROOT } from './paths.mjs';
import { run } from './run.mjs';

/** Folders of packages/. */
const PUBLISHED = ['auth-object', 'endpoint', 'cli', 'form'];
const LIST = join(PACKED, 'packed.json');

/**
 * @typedef {object} Packed
 * @property {string} name as in its package.json
 * @property {string} folder of its sources
 * @property {string} tarball its path; the name contains a digest of the content, because npm installs a tarball of a
 *   known name and version only once
 * @property {{ path: string, size: number }[]} files in the tarball
 * @property {number} size of the tarball in bytes
 */

let packed;

/**
 * All published packages. They are packed once for all test files, and again when a build is newer.
 *
 * @returns {Promise<Packed[]>}
 */
export function packAll() {
  packed ??= isFresh() ? Promise.resolve(JSON.parse(readFileSync(LIST, 'utf8'))) : packNow();
  return packed;
}

/**
 * @param {string} name of a published package
 * @returns {Promise<Packed>}
 */
export async function pack(name) {
  return (await packAll()).find((one) => one.name === name);
}

function isFresh() {
  if (!existsSync(LIST)) return false;
  const { mtimeMs } = statSync(LIST);
  return PUBLISHED.every((folder) => newest(folder) < mtimeMs);
}

/** The time of the last change of a package's built files and texts, in ms. */
function newest(folder) {
  const top = readdirSync(join(PACKAGES, folder)).filter((name) => /\.(json|md)$|^LICENSE/.test(name));
  const dist = readdirSync(join(PACKAGES, folder, 'dist'), { recursive: true }).map((name) => join('dist', name));
  return Math.max(...[...top, 'dist', ...dist].map((name) => statSync(join(PACKAGES, folder, name)).mtimeMs));
}

async function packNow() {
  for (const folder of PUBLISHED) {
    if (existsSync(join(PACKAGES, folder, 'dist'))) continue;
    throw new Error(`packages/${folder}/dist is missing: run \`npm run build\` in the root folder.`);
  }
  rmSync(PACKED, { recursive: true, force: true });
  mkdirSync(PACKED, { recursive: true });
  const workspaces = PUBLISHED.map((folder) => `--workspace=packages/${folder}`);
  const output = await run('npm', ['pack', '--json', '--pack-destination', PACKED, ...workspaces], { cwd: ROOT });
  const list = listed(output).map(rename);
  writeFileSync(LIST, JSON.stringify(list));
  return list;
}

/** npm's list, which follows what the packages' own scripts print. Newer versions of npm key it by name. */
function listed(output) {
  const list = JSON.parse(output.slice(output.search(/^[[{]$/m)));
  return Array.isArray(list) ? list : Object.values(list);
}

function rename({ name, filename, files, size }) {
  const folder = join(PACKAGES, name.split('/').at(-1));
  const plain = join(PACKED, filename);
  const digest = createHash('sha256').update(readFileSync(plain)).digest('hex').slice(0, 16);
  const tarball = plain.replace(/\.tgz$/, `-${digest}.tgz`);
  renameSync(plain, tarball);
  return { name, folder, tarball, files, size };
}
