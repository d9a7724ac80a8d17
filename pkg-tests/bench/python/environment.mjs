// The Python environment of the peers, in target/bench-venv.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenChanged } from '../../../scripts/stamp.mjs';
import { ask, StepError, step } from '../../../scripts/step.mjs';
import { ROOT } from '../../harness/paths.mjs';

const FOLDER = 'target/bench-venv';
const REQUIREMENTS = 'pkg-tests/bench/python/requirements.txt';

/**
 * @returns {Promise<string>} the folder of its programs
 * @throws StepError if Python is missing, with what to install
 */
export async function pythonEnvironment() {
  if ((await ask('python3', ['-c', 'import ensurepip, sys; assert sys.version_info >= (3, 10)'])) === undefined) {
    throw new StepError(
      'Files are compared with Python: install Python 3.10 or newer with venv (Debian: python3-venv).',
    );
  }
  await whenChanged('bench-venv', { from: [REQUIREMENTS], made: [`${FOLDER}/bin/jsonschema`] }, async () => {
    await step('Make a Python environment', 'python3', ['-m', 'venv', '--clear', FOLDER]);
    await step('Install jsonschema-rs and Sourcemeta jsonschema', join(ROOT, FOLDER, 'bin/pip'), [
      ...['install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS],
    ]);
  });
  return join(ROOT, FOLDER, 'bin');
}

/** @returns {Promise<string[]>} Python and what is installed, each with its version */
export async function pythonVersions(programs) {
  const python = (await ask(join(programs, 'python'), ['--version'])).trim();
  const packages = readFileSync(join(ROOT, REQUIREMENTS), 'utf8').trim().split('\n');
  return [python, ...packages.map((line) => line.replace('==', ' '))];
}
