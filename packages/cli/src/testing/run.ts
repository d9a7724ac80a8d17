/**
 * Runs the command line as a user does: in a process, with pipes.
 *
 * Its sources, by the Node of this process; or what the environment names: AUTH_OBJECT_CLI, the script of a packed
 * command line, and AUTH_OBJECT_NODE, the Node that runs it.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const { AUTH_OBJECT_CLI: packed, AUTH_OBJECT_NODE: node = process.execPath } = process.env;
const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;

/** The script of a packed command line; `undefined` if the sources run. */
export const PACKED = packed;
/** What starts the command line, before its own arguments. */
export const CLI: readonly [program: string, ...args: string[]] =
  packed === undefined
    ? [node, '--import', path('../../../../scripts/sources.mjs'), path('../main.ts')]
    : [node, packed];

export interface RunOptions {
  readonly cwd?: string;
  /** Added to a plain environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a process ended, and what it printed. */
export interface Result {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A plain environment, with the cache of vitest.package.ts. */
export function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH, HOME, NODE_COMPILE_CACHE, ...more };
}

/** A folder that is removed after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'auth-object-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Starts the command line. */
export function start(
  args: readonly string[],
  { cwd = tmpdir(), env }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const [program, ...before] = CLI;
  return spawn(program, [...before, ...args], { cwd, env: environment(env) });
}

/** Runs the command line to its end. */
export function run(
  args: readonly string[],
  { input = '', ...options }: RunOptions & { readonly input?: string } = {},
): Promise<Result> {
  const child = start(args, options);
  const texts = printed(child);
  // A process that ends early does not read its input.
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
}

/** What a process prints, as it comes. */
export function printed(child: ChildProcessWithoutNullStreams): { stdout: string; stderr: string } {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  }
  return texts;
}
