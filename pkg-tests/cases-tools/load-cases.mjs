// Reads every case file. Node only; run-case.mjs runs the cases.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CASES = fileURLToPath(new URL('../cases/', import.meta.url));

/** Every file: its path under `cases/`, its description, its cases; sorted by path. */
export function loadCases(folder = CASES) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.endsWith('.schema.json'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => ({ file: relative(folder, path).replaceAll('\\', '/'), ...JSON.parse(readFileSync(path, 'utf8')) }));
}
