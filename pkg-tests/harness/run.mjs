// Runs programs to their end, and servers until the test has used them.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest time that a program may take, in ms. */
const LIMIT_MS = 300_000;
/** Longest time that a server may take to answer its first request, in ms. */
const START_MS = 120_000;

// npm and node:test describe this package and this run in the environment; tools would take it for theirs.
const MISLEADING =
  /^(npm_config_(local_)?prefix|npm_(package|lifecycle)_.*|npm_command|NODE_TEST.*|NODE_OPTIONS|NODE_ENV|INIT_CWD)$/i;

function environment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !MISLEADING.test(name));
  // Tools must not report home or look for newer versions of themselves.
  const quiet = { CI: '1', NO_COLOR: '1', DO_NOT_TRACK: '1', NEXT_TELEMETRY_DISABLED: '1', DENO_NO_UPDATE_CHECK: '1' };
  return { ...Object.fromEntries(kept), ...quiet, ...more };
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, limitMs?: number }} options
 * @returns {Promise<string>} its standard output
 * @throws Error with all it printed, if it fails or takes longer than its limit, by default five minutes
 */
export function run(program, args, { cwd, env, limitMs = LIMIT_MS }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...{ cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' },
    });
    let output = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      all += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => (all += chunk));
    child.on('error', (error) => reject(new Error(`${program} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(failure(`${[program, ...args].join(' ')} ended with ${signal ?? `code ${code}`}`, all)));
    });
  });
}

/**
 * Starts a server, uses it once it answers, and ends it.
 *
 * @param {string} program
 * @param {(port: number) => string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @param {(url: string) => Promise<void>} use
 */
export async function withServer(program, args, { cwd, env }, use) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  // In its own process group, so that the server's children end with it.
  const child = spawn(program, args(port), {
    ...{ cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  });
  let all = '';
  let ended;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (all += chunk));
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, signal) => (ended = `ended with ${signal ?? `code ${code}`}`));
  try {
    await answering(url, () => ended);
    await use(url);
  } catch (error) {
    throw new Error(failure(error.message, all), { cause: error });
  } finally {
    await end(child);
  }
}

async function answering(url, ended) {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (ended() !== undefined) throw new Error(`the server ${ended()}`);
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer !== undefined) return;
    await sleep(100);
  }
  throw new Error(`the server does not answer at ${url}`);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  await Promise.race([exited, sleep(3000, undefined, { ref: false })]);
  signal(child, 'SIGKILL');
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The message, with the beginning and the end of what was printed. */
function failure(message, output) {
  const lines = output.trim().split('\n');
  const shown = lines.length > 80 ? [...lines.slice(0, 20), '…', ...lines.slice(-60)] : lines;
  return `${message}\n${shown.join('\n')}`;
}
