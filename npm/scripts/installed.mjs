// Where npm installed a file: in the folder itself or, as this repository is npm workspaces, in one above it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} folder where to start
 * @param {string} file package and path, for example `typescript/bin/tsc`
 * @returns {string} the path of the file
 */
export function installed(folder, file) {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules', file);
    if (existsSync(path)) return path;
    if (dirname(at) === at) throw new Error(`${file} is not installed: run \`npm ci\` in the repository's root.`);
  }
}
