// A JSON report by the command line about rows that are all rejected: its time, and whether memory grows with the rows.
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../harness/run.mjs';
import { inTurns } from '../context.mjs';
import { median, QUICK } from '../measure.mjs';
import { pythonPeers } from '../python/environment.mjs';

export const title = 'Reports';

const [FEWER, MORE] = QUICK ? [10_000, 100_000] : [100_000, 1_000_000];
/** The bad rows of the other files; and rows that are nearly all wrong in different ways. */
const FILES = [
  { rows: FEWER, kind: 'rejected' },
  { rows: MORE, kind: 'rejected' },
  { rows: MORE, kind: 'rejected-all' },
];
const ROUNDS = QUICK ? 1 : 3;

/** @param {import('../context.mjs').Context} context */
export async function measure({ path, files, ask }) {
  const python = join(await pythonPeers(), 'python');
  const cli = join(path, 'node_modules/@auth-object/cli/dist/main.js');
  const [file, report] = ['rejected.ndjson', 'report.json'].map((name) => join(files, name));
  const command = [process.execPath, cli, 'check', '--quiet', '--report', 'json', '--output', report, file];
  const reports = [];
  for (const { rows, kind } of FILES) {
    const name = `${rows.toLocaleString('en')} rows: ${kind}`;
    await ask(`Write ${name}`, 'rows/write-rows.mjs', file, kind, `${rows}`);
    const [runs] = await inTurns(
      ROUNDS,
      [async () => JSON.parse(await run(python, ['python/run.py', '/dev/null', ...command], { cwd: path }))],
      name,
    );
    const bytes = statSync(report).size;
    if (!hasCount(report, rows)) throw new Error(`The report of ${name} does not count that many`);
    reports.push({
      rows,
      kind,
      bytes,
      ms: median(runs.map(({ ms }) => ms)),
      rss: Math.max(...runs.map(({ rss }) => rss)),
    });
    for (const made of [file, report]) rmSync(made);
  }
  return { rounds: ROUNDS, reports };
}

/** Whether `"rejected": ROWS` is near the beginning or the end of a document that may be longer than a string can be. */
function hasCount(path, rows) {
  const file = openSync(path);
  const { size } = statSync(path);
  const part = Buffer.alloc(1 << 16);
  const isThere = [0, Math.max(0, size - part.length)].some((position) => {
    const length = readSync(file, part, 0, part.length, position);
    return new RegExp(`"rejected":\\s*${rows}\\b`).test(part.toString('latin1', 0, length));
  });
  closeSync(file);
  return isThere;
}
