// Python environments with the packages of a requirements file.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';

const CHECK = 'import ensurepip, sys; assert sys.version_info >= (3, 10)';
/** Longest time that pip may take, in ms: PySpark has 450 MB. */
const LIMIT_MS = 1_800_000;

/**
 * An environment in target/, made again when the requirements change.
 *
 * @param {string} name of its folder
 * @param {string} requirements path of the requirements file, from the repository's root
 * @returns {Promise<string>} the folder of its programs
 * @throws Error if Python is missing, with what to install
 */
export async function pythonEnvironment(name, requirements) {
  const wanted = join(ROOT, requirements);
  const folder = join(ROOT, 'target', name);
  const programs = join(folder, 'bin');
  const installed = join(folder, 'requirements.txt');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8')) return programs;
  const python = (...args) => run('python3', args, { cwd: ROOT });
  await python('-c', CHECK).catch((cause) => {
    throw new Error('Python 3.10 or newer with venv is missing (Debian: python3-venv).', { cause });
  });
  await python('-m', 'venv', '--clear', folder);
  const install = ['install', '--quiet', '--disable-pip-version-check', '--requirement', wanted];
  await run(join(programs, 'pip'), install, { cwd: ROOT, limitMs: LIMIT_MS });
  copyFileSync(wanted, installed);
  return programs;
}
