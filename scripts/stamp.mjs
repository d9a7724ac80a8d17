// Whether something has to be made again: the digest of what it is made from, kept in a file beside it.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './step.mjs';

/**
 * Calls `make` unless everything in `made` is there and the files below `from` are what they were the last time.
 *
 * @param {string} name of the stamp
 * @param {{ from: string[], made: string[] }} paths from the repository's root; folders are read whole
 * @param {() => Promise<void>} make
 */
export async function whenChanged(name, { from, made }, make) {
  const stamp = join(root, 'target', 'stamps', name);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  // Taken before `make`: what is changed while it runs may be missing in what it makes.
  const now = digest(from);
  if (made.every((path) => existsSync(join(root, path))) && before === now) return;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((path) => files(join(root, path)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => files(join(path, name)));
}
