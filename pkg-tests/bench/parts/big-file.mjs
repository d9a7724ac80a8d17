// 1 GB of NDJSON: time and memory, by one and two workers, as a stream, and by the command line; and the memory of 100 MB.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../harness/run.mjs';
import { inTurns } from '../context.mjs';
import { median, QUICK } from '../measure.mjs';
import { pythonPeers } from '../python/environment.mjs';

export const title = 'A big file';

/** In bytes. The smaller file shows whether memory grows with the file. */
const SIZES = QUICK ? [20e6, 60e6] : [100e6, 1e9];
const ROUNDS = QUICK ? 1 : 3;
/** The approximate size of a row in bytes. */
const ROW = 193;

const WAYS = {
  'checkRowsFile, one worker': ['1'],
  'checkRowsFile, two workers': ['2'],
  'RowChecker, a stream': ['stream'],
};

/** @param {import('../context.mjs').Context} context */
export async function measure(context) {
  const { path, files, ask, inProcess } = context;
  const python = join(await pythonPeers(), 'python');
  const cli = join(path, 'node_modules/@auth-object/cli/dist/main.js');
  const file = join(files, 'big.ndjson');
  const commandLine = async (...options) => {
    const command = [process.execPath, cli, 'check', '--quiet', ...options, file];
    return JSON.parse(await run(python, ['python/run.py', '/dev/null', ...command], { cwd: path }));
  };
  const all = {};
  for (const [name, args] of Object.entries(WAYS)) {
    all[name] = () => inProcess('rows/check-file.mjs', file, ...args);
    all[`${name}, hints: false`] = () => inProcess('rows/check-file.mjs', file, ...args, '--no-hints');
  }
  all['auth-object check'] = () => commandLine();
  all['auth-object check, --no-hints'] = () => commandLine('--no-hints');
  const sizes = [];
  for (const size of SIZES) {
    const written = await ask(
      `Write ${size / 1e6} MB`,
      'rows/write-rows.mjs',
      file,
      'ndjson',
      `${Math.ceil(size / ROW)}`,
    );
    const runs = await inTurns(ROUNDS, Object.values(all), `${size / 1e6} MB`);
    sizes.push({ ...written, ways: Object.keys(all).map((name, index) => ({ name, ...summary(name, runs[index]) })) });
  }
  rmSync(file);
  return { rounds: ROUNDS, sizes };
}

function summary(name, runs) {
  const failed = runs.find(({ code = 0 }) => code > 1);
  if (failed) throw new Error(`${name} ended with code ${failed.code}`);
  const of = (key) => runs.map((one) => one[key]);
  return { ms: median(of('ms')), cpu: median(of('cpu')), rss: Math.max(...of('rss')) };
}
