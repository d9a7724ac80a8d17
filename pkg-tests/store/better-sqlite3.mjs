// A Node that uses better-sqlite3, which is compiled for one version of Node.
import { join } from 'node:path';
import { PACKAGES } from '../harness/paths.mjs';
import { runtime } from '../harness/project.mjs';
import { run } from '../harness/run.mjs';

/** The folder from which better-sqlite3 is found. */
export const CWD = join(PACKAGES, 'endpoint');

const LOAD =
  'new (require("better-sqlite3"))(":memory:"); console.log(process.getBuiltinModule?.("node:sqlite") !== undefined)';

/**
 * @returns {Promise<{ node: string, flags: string[] }>} a Node for which better-sqlite3 is compiled, and the flags that
 *   hide its own SQLite
 */
export async function nodeOfBetterSqlite3() {
  const nodes = await Promise.all(['node-20', 'node-22', 'node-24'].map(runtime));
  const errors = [];
  for (const node of [process.execPath, ...nodes]) {
    try {
      const hasOwn = (await run(node, ['--no-warnings', '-e', LOAD], { cwd: CWD })).trim() === 'true';
      return { node, flags: hasOwn ? ['--no-experimental-sqlite'] : [] };
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors, 'better-sqlite3 is compiled for no Node: run `npm rebuild better-sqlite3`');
}
