// The steps of the bench: a line on the terminal for each, then a program.
import { run } from '../harness/run.mjs';

/** Longest time that a step may take, in ms: some compile Rust. */
const LIMIT_MS = 3_600_000;

/**
 * @param {string} title what it does, for the reader
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<string>} its standard output
 * @throws Error with all it printed, if it fails
 */
export function step(title, program, args, options) {
  console.log(`  ${title}`);
  return run(program, args, { limitMs: LIMIT_MS, ...options });
}
