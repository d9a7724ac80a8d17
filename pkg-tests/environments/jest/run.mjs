import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

// The settings that the README names.
const JEST = ['node_modules/jest/bin/jest.js', '--watchman=false'];
const MODULES = ['--experimental-vm-modules', '--no-warnings'];

export default async function run({ path, part, tool, node, check }) {
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
    await tool('node', [...MODULES, ...JEST, 'require.test']);
    await checkAnswers();
  });
  await part('require, by a transform', async () => {
    await node([...JEST, '--config=transform.json', 'require.test']);
    await checkAnswers();
  });
}
