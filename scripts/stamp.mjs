// Makes something again only if what it is made from has changed: a digest of that is kept. cargo and tsdown know this by
// themselves; wasm-opt, and npm in the projects of pkg-tests, do not.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './step.mjs';

/**
 * Calls `make` unless all of `made` exists and the files below `from` are as they were the last time.
 *
 * @param {string} name of the stamp
 * @param {{ from: string[], made: string[] }} paths from the root; folders with all that is in them
 * @param {() => Promise<void>} make
 */
export async function whenChanged(name, { from, made }, make) {
  const stamp = join(root, 'target', 'stamps', name);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  // Before `make`, which may miss what changes while it runs.
  const now = digest(from);
  if (made.every((path) => existsSync(join(root, path))) && before === now) return;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function digest(paths) {
  const hash = createHash('sha256');
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
