// Packs the package as it would be published.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NPM, PACKED } from './paths.mjs';
import { run } from './run.mjs';

let packed;

/**
 * The packed package; packed once a process.
 *
 * @returns {Promise<{ tarball: string, files: { path: string, size: number }[] }>} tarball: its path, which holds a
 *   digest of what is in it, so that npm takes another one for another package
 */
export function pack() {
  packed ??= packNow();
  return packed;
}

async function packNow() {
  if (!existsSync(join(NPM, 'dist/index.js'))) {
    throw new Error('npm/dist is missing: run `npm test` in the root folder, which builds the package first.');
  }
  mkdirSync(PACKED, { recursive: true });
  const output = await run('npm', ['pack', '--json', '--pack-destination', PACKED], { cwd: NPM });
  const [{ filename, files }] = JSON.parse(output.slice(output.indexOf('[\n')));
  const plain = join(PACKED, filename);
  const digest = createHash('sha256').update(readFileSync(plain)).digest('hex').slice(0, 16);
  const name = filename.replace(/\.tgz$/, `-${digest}.tgz`);
  for (const old of readdirSync(PACKED)) if (old !== filename && old !== name) rmSync(join(PACKED, old));
  renameSync(plain, join(PACKED, name));
  return { tarball: join(PACKED, name), files };
}
