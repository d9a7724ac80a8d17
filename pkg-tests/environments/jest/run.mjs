import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export default async function run({ path, tool, check }) {
  await tool('jest', ['--watchman=false']);
  check(await readFile(join(path, 'answers.json'), 'utf8'));
}
