// The Python environment of the peers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../harness/paths.mjs';
import { pythonEnvironment } from '../../harness/python.mjs';
import { run } from '../../harness/run.mjs';

const REQUIREMENTS = 'pkg-tests/bench/python/requirements.txt';

/** @returns {Promise<string>} the folder of its programs */
export function pythonPeers() {
  return pythonEnvironment('bench-venv', REQUIREMENTS);
}

/** @returns {Promise<string[]>} Python and the installed packages, each with its version */
export async function pythonVersions(programs) {
  const python = (await run(join(programs, 'python'), ['--version'], { cwd: ROOT })).trim();
  const packages = readFileSync(join(ROOT, REQUIREMENTS), 'utf8').trim().split('\n');
  return [python, ...packages.map((line) => line.replace('==', ' '))];
}
