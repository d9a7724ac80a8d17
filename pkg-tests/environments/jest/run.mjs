import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runtime } from '../../harness/project.mjs';
import { run as runProgram } from '../../harness/run.mjs';

// The settings that the README names.
const JEST = ['node_modules/jest/bin/jest.js', '--watchman=false', '--rootDir=.'];
const MODULES = ['--experimental-vm-modules', '--no-warnings'];

export default async function run({ path, part, node, check }) {
  const answers = join(path, 'answers.json');
  const checkAnswers = async () => {
    check(await readFile(answers, 'utf8'));
    await rm(answers);
  };
  await part('import', async () => {
    await node([...MODULES, ...JEST, 'import.test']);
    await checkAnswers();
  });
  await part('require, in Node 24', async () => {
    await runProgram(await runtime('node-24'), [...MODULES, ...JEST, 'require.test'], { cwd: path });
    await checkAnswers();
  });
  await part('require, by a transform', async () => {
    await node([...JEST, '--config=transform.json', 'require.test']);
    await checkAnswers();
  });
}
