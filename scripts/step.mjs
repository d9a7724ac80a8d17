// Runs the programs of a long command, and shows their output only if one fails. npm's own scripts show everything.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const isTerminal = process.stdout.isTTY === true && !('NO_COLOR' in process.env);
const paint = (code) => (text) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = paint(32);
export const red = paint(31);
export const dim = paint(2);
export const bold = paint(1);

/** A program failed; `output` is what it printed. */
export class StepError extends Error {
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (chunk: string) => void }} [options]
 * @returns {Promise<string>} its output
 * @throws {StepError} if it cannot be started or exits with another code than 0
 */
export function run(program, args, { cwd = root, env = {}, onOutput = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      onOutput(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => reject(new StepError(`Cannot start ${program}: ${error.message}`, output)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new StepError(`${[program, ...args].join(' ')} ended with ${signal ?? `code ${code}`}`, output));
    });
  });
}

/** What a program prints, or `undefined` if it is missing or fails. */
export async function ask(program, args) {
  return run(program, args).catch(() => undefined);
}

/** Like `run`, and prints a title, the command and the time it took. `show` prints the output as it comes. */
export async function step(title, program, args, { show = false, ...options } = {}) {
  const started = performance.now();
  console.log(`${bold('▸')} ${title} ${dim(`$ ${[program, ...args].join(' ')}`)}`);
  try {
    return await run(program, args, { ...options, onOutput: (chunk) => show && process.stdout.write(chunk) });
  } finally {
    console.log(dim(`  ${seconds(started)} s`));
  }
}

/** Whole seconds since a time of `performance.now()`. */
export const seconds = (started) => Math.round((performance.now() - started) / 1000);

/** Runs the main function of a script. If it throws, prints why and sets the exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof StepError && error.output) console.error(error.output);
    console.error(red(error instanceof StepError ? error.message : error));
    process.exitCode = 1;
  }
}
