// The machine and the versions that the figures were measured with.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** Not contenders. */
const TOOLS = ['esbuild', 'fast-check'];

/** @param {string} path of the bench's project, where the contenders are installed */
export function machine(path) {
  const processors = cpus();
  const { dependencies } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return {
    processors: processors.length,
    // Virtual machines may not have a model.
    processor: processors[0]?.model.trim() || 'unknown',
    memory: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    v8: process.versions.v8,
    versions: Object.fromEntries(Object.entries(dependencies).filter(([name]) => !TOOLS.includes(name))),
  };
}
