// Steps of a long command: what runs, how long it took, and its output only where it failed.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const terminal = process.stdout.isTTY === true && !('NO_COLOR' in process.env);
const paint = (code) => (text) => (terminal ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = paint(32);
export const red = paint(31);
export const dim = paint(2);
export const bold = paint(1);

/** Seconds between two signs of life of a step that runs long. */
const SIGN_OF_LIFE_S = 30;

/**
 * Runs a program to its end.
 *
 * @param {string} title what it does, for the reader
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] show: print its output as it comes
 * @returns {Promise<string>} what it printed
 * @throws {StepError} where it exits with another code than 0, or cannot be started
 */
export async function step(title, program, args, { cwd = root, env = {}, show = false } = {}) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${bold('▸')} ${title} ${dim(`$ ${[program, ...args].join(' ')}`)}`);
  const alive = setInterval(() => console.log(dim(`  … ${title}: ${seconds()}`)), SIGN_OF_LIFE_S * 1000);
  try {
    const output = await run(program, args, { cwd, env, show });
    console.log(`  ${green('✓')} ${dim(seconds())}`);
    return output;
  } catch (error) {
    console.log(`  ${red('✗')} ${dim(seconds())}`);
    throw error;
  } finally {
    clearInterval(alive);
  }
}

/** A step that failed; `output` is what its program printed. */
export class StepError extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

function run(program, args, { cwd, env, show }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => reject(new StepError(`${program} cannot be started: ${error.message}`, output)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new StepError(`${program} ended with ${signal ?? `code ${code}`}`, show ? '' : output));
    });
  });
}

/** What a program prints, or `undefined` where it is not there or fails. */
export async function ask(program, args) {
  return run(program, args, { cwd: root, env: {}, show: false }).catch(() => undefined);
}

/** Runs the main function of a script; prints why it failed and sets the exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof StepError && error.output) console.error(error.output);
    console.error(red(error instanceof StepError ? error.message : error));
    process.exitCode = 1;
  }
}
