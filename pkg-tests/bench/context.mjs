// What the parts of the bench share: the project with the packed packages, and functions that run its scripts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/paths.mjs';
import { project } from '../harness/project.mjs';
import { run } from '../harness/run.mjs';
import { QUICK } from './measure.mjs';
import { step } from './steps.mjs';

const quick = QUICK ? ['--quick'] : [];

/**
 * @typedef {object} Context
 * @property {string} path the project's folder
 * @property {string} files a folder for large files
 * @property {(title: string, ...args: string[]) => Promise<any>} ask runs a script of the project as a step and parses its output
 * @property {(...args: string[]) => Promise<any>} inProcess the same without a line on the terminal
 */

/** @returns {Promise<Context>} */
export async function prepare() {
  const path = await project('bench');
  const files = join(ROOT, 'target/bench/files');
  mkdirSync(files, { recursive: true });
  const ask = async (title, ...args) =>
    JSON.parse((await step(title, process.execPath, [...args, ...quick], { cwd: path })) || 'null');
  const inProcess = async (...args) => JSON.parse(await run(process.execPath, [...args, ...quick], { cwd: path }));
  await ask('Make what the contenders need', 'made-ahead.mjs', join(ROOT, 'schemas'));
  return { path, files, ask, inProcess };
}

/** Calls each function once a round; each round starts with a different one. @returns {Promise<any[][]>} for each function */
export async function inTurns(rounds, runs, title) {
  const results = runs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const index = (turn + round) % runs.length;
      results[index].push(await runs[index]());
    }
    console.log(`  ${title}: round ${round + 1} of ${rounds}`);
  }
  return results;
}
