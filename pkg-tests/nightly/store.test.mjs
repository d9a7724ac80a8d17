// The SQLite store of the packed package, killed during writes: every answered write is there, none is there in part, and
// no file contains a credential. With node:sqlite and with better-sqlite3.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { project, runtime } from '../harness/project.mjs';
import { CWD, nodeOfBetterSqlite3 } from '../store/better-sqlite3.mjs';
import { credentials, SENTINEL, writeUntilGone } from '../store/writers.mjs';

const KILLS = 50;
const WRITERS = 16;
/** Longest time from the first answer to the kill, in ms. */
const LONGEST_LIFE_MS = 200;

/** Starts a server and waits for the line that it prints. */
async function started({ node, flags, folder, cwd }, file, prefix) {
  const args = ['--disable-warning=ExperimentalWarning', ...flags, join(folder, 'server.mjs'), file, prefix];
  const child = spawn(node, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
  throw new Error(`the server did not start:\n${errors}`);
}

function gone(child) {
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
}

/** Writes to the server until it is killed, at some moment after its first answer. */
async function writeAndKill({ url, child }, prefix) {
  let dying;
  const accounts = await writeUntilGone(url, prefix, WRITERS, () => {
    dying ??= sleep(Math.random() * LONGEST_LIFE_MS).then(() => {
      const exited = gone(child);
      child.kill('SIGKILL');
      return exited;
    });
  });
  assert.equal(await dying, 'SIGKILL');
  return accounts;
}

/** Each account has its last answered write or a later one that was sent, completely. */
function compare(accounts, kept) {
  for (const account of Object.keys(kept)) assert.ok(accounts.has(account), `nobody wrote ${account}`);
  let answers = 0;
  let unanswered = 0;
  for (const [account, { sent, answered }] of accounts) {
    answers += answered;
    unanswered += sent - answered;
    const found = kept[account]?.netsuite;
    if (found === undefined) {
      assert.equal(answered, 0, `${account} is lost`);
      continue;
    }
    const number = Number(found.account_id.split('-').at(-1));
    assert.ok(number >= answered && number <= sent, `${account} has ${number}, answered was ${answered}`);
    assert.deepEqual(found, credentials(number));
  }
  return { answers, unanswered };
}

async function killed(how, expected) {
  const place = mkdtempSync(join(tmpdir(), 'auth-object-'));
  const file = join(place, 'endpoint.db');
  const all = { answers: 0, unanswered: 0 };
  let server;
  try {
    server = await started(how, file, 'life-0-');
    assert.equal(server.driver, expected);
    for (let life = 0; life < KILLS; life++) {
      const prefix = `life-${life}-`;
      const accounts = await writeAndKill(server, prefix);
      const written = readdirSync(place).map((name) => [name, readFileSync(join(place, name))]);
      for (const [name, bytes] of written) assert.ok(!bytes.includes(SENTINEL), `${name} holds a credential`);
      assert.ok(written.some(([name, bytes]) => name.endsWith('-wal') && bytes.includes(prefix)));
      server = await started(how, file, prefix);
      assert.equal(server.integrity, 'ok');
      const { answers, unanswered } = compare(accounts, server.kept);
      all.answers += answers;
      all.unanswered += unanswered;
    }
  } finally {
    server?.child.kill('SIGKILL');
    rmSync(place, { recursive: true });
  }
  return all;
}

/** How each driver runs: the Node, its flags, and the folder in which better-sqlite3 is found. */
const DRIVERS = {
  'node:sqlite': async (folder) => ({ node: await runtime('node-24'), flags: [], cwd: folder }),
  'better-sqlite3': async () => ({ ...(await nodeOfBetterSqlite3()), cwd: CWD }),
};

for (const [driver, how] of Object.entries(DRIVERS)) {
  test(`${KILLS} times kill -9, with ${driver}`, { timeout: 300_000 }, async (t) => {
    const folder = await project('store');
    const { answers, unanswered } = await killed({ folder, ...(await how(folder)) }, driver);
    t.diagnostic(`${answers} answered writes are there; ${unanswered} were not answered when the server was killed`);
    assert.ok(unanswered > KILLS, 'the server was killed while nobody wrote');
  });
}
