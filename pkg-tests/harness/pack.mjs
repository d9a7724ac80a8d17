// Packs the packages as they would be published.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FORM, NPM, PACKED, PACKED_FORM } from './paths.mjs';
import { run } from './run.mjs';

const packed = new Map();

/**
 * The packed package; packed once a process.
 *
 * @returns {Promise<{ tarball: string, files: { path: string, size: number }[] }>} tarball: its path, which holds a
 *   digest of what is in it, so that npm takes another one for another package
 */
export function pack() {
  return packOnce(NPM, PACKED);
}

/** The same of `@auth-object/form`. */
export function packForm() {
  return packOnce(FORM, PACKED_FORM);
}

function packOnce(source, target) {
  if (!packed.has(source)) packed.set(source, packNow(source, target));
  return packed.get(source);
}

async function packNow(source, target) {
  if (!existsSync(join(source, 'dist/index.js'))) {
    throw new Error(`${source}/dist is missing: run \`npm test\` in the root folder, which builds the packages first.`);
  }
  mkdirSync(target, { recursive: true });
  const output = await run('npm', ['pack', '--json', '--pack-destination', target], { cwd: source });
  const [{ filename, files }] = JSON.parse(output.slice(output.indexOf('[\n')));
  const plain = join(target, filename);
  const digest = createHash('sha256').update(readFileSync(plain)).digest('hex').slice(0, 16);
  const name = filename.replace(/\.tgz$/, `-${digest}.tgz`);
  for (const old of readdirSync(target)) if (old !== filename && old !== name) rmSync(join(target, old));
  renameSync(plain, join(target, name));
  return { tarball: join(target, name), files };
}
