// `npm run bench`: how fast and how small the packed package is, beside its peers and its aims.
// Prints tables, writes target/bench.json, and docs/performance.md from it. With `-- --quick`: a short run, which
// leaves the page as it is. With `-- --page`: the page again from the target/bench.json that is there.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { StepError, step } from '../../scripts/step.mjs';
import { resultOfPage, stopBrowser } from '../harness/browser.mjs';
import { ROOT } from '../harness/paths.mjs';
import { project } from '../harness/project.mjs';
import { run } from '../harness/run.mjs';
import { withFolder } from '../harness/serve.mjs';
import { brotliOf } from './brotli.mjs';
import { FILES } from './contenders/all.mjs';
import { packageWith } from './growth/build.mjs';
import { plot } from './growth/plot.mjs';
import { machine } from './machine.mjs';
import { median, QUICK } from './measure.mjs';
import { page } from './page.mjs';
import { agreement, printed } from './tables.mjs';

const RESULT = join(ROOT, 'target/bench.json');
const APPS = [205, 1000, 5000];
const RECORDS = [200, 2048, 65_536];
const STARTS = QUICK ? 3 : 9;
const PAGES = QUICK ? 3 : 15;
const FILE_ROUNDS = QUICK ? 2 : 5;
/** In bytes: of the file for the threads, and of the two that memory is compared for. */
const FILE = QUICK ? 30e6 : 1e9;
/** Two segments: what threads take before they check. */
const SMALL_FILE = 8e6;
const FILES_FOR_MEMORY = QUICK ? [20e6, 60e6] : [100e6, 1e9];

/** Medians of what each run gave, member by member. */
function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
}

async function measureAll() {
  const dists = await larger();
  const path = await project('bench');
  const quick = QUICK ? ['--quick'] : [];
  const ask = async (title, ...args) =>
    JSON.parse((await step(title, process.execPath, [...args, ...quick], { cwd: path })) || 'null');
  await ask('Make what the contenders need', 'made-ahead.mjs', join(ROOT, 'schemas'));
  const result = { date: new Date().toISOString().slice(0, 10), quick: QUICK, machine: machine(path) };
  result.calls = await ask('Objects and texts', 'calls.mjs');
  result.lines = await ask('NDJSON', 'lines.mjs');
  agreed(result);
  result.payload = await ask('Payload', 'payload.mjs');
  result.start = await starts(path);
  result.startParts = await startParts(path);
  result.browser = await browser(path);
  Object.assign(result, await files(path, ask));
  result.growth = await growth(path, dists);
  return result;
}

/** What a script of the project prints, run in a process of its own. */
async function inProcess(path, ...args) {
  return JSON.parse(await run(process.execPath, args, { cwd: path }));
}

/** @throws StepError where a contender judges other than the rest: then it did other work */
function agreed(result) {
  const [difference] = result.calls.differences;
  if (difference) throw new StepError(`${difference.name} is wrong about ${difference.fault}: ${difference.text}`);
  const split = agreement(result).find(({ accepted }) => accepted.length > 1);
  if (split) throw new StepError(`The contenders do not agree: ${split.work}, accepted ${split.accepted.join(' or ')}`);
}

/** Fresh processes, the contenders in turns. */
async function starts(path) {
  const runs = Object.fromEntries(Object.keys(FILES).map((name) => [name, { all: [], one: [] }]));
  for (let round = 0; round < STARTS; round++) {
    for (const name of Object.keys(FILES)) {
      for (const which of ['all', 'one']) {
        runs[name][which].push(await inProcess(path, 'start.mjs', name, which));
      }
    }
    console.log(`  starts: round ${round + 1} of ${STARTS}`);
  }
  return Object.entries(runs).map(([name, { all, one }]) => ({ name, all: medians(all), one: medians(one) }));
}

async function startParts(path) {
  const runs = [];
  for (let count = 0; count < STARTS; count++) runs.push(await inProcess(path, 'start-parts.mjs'));
  return medians(runs);
}

async function browser(path) {
  const folder = join(path, 'dist');
  await build({
    ...{ absWorkingDir: path, entryPoints: ['browser-page.js'], outdir: folder, bundle: true, minify: true },
    ...{ format: 'esm', target: 'es2022', logLevel: 'warning' },
  });
  const script = '<!doctype html><meta charset="utf-8"><script type="module" src="browser-page.js"></script>';
  writeFileSync(join(folder, 'index.html'), script);
  const runs = [];
  await withFolder(folder, async (url) => {
    for (let count = 0; count < PAGES; count++) runs.push(JSON.parse(await resultOfPage(url)).first);
  });
  await stopBrowser();
  console.log(`  Chromium: ${runs.length} pages`);
  return { pages: PAGES, first: median(runs), slowest: Math.max(...runs) };
}

async function files(path, ask) {
  const file = join(path, 'rows.ndjson');
  const timed = async (size, kinds) => {
    const written = await ask('Write a file for the threads', 'write-file.mjs', file, String(size));
    const runs = Object.fromEntries(kinds.map((kind) => [kind, []]));
    for (let round = 0; round < FILE_ROUNDS; round++) {
      for (const kind of kinds) runs[kind].push(await inProcess(path, 'file.mjs', file, kind));
    }
    const medianOf = (key) =>
      Object.fromEntries(kinds.map((kind) => [kind, median(runs[kind].map((one) => one[key]))]));
    return { ...written, ms: medianOf('ms'), cpu: medianOf('cpu') };
  };
  const threads = { ...(await timed(FILE, ['1', '2', 'stream'])), small: await timed(SMALL_FILE, ['1', '2']) };
  const memory = [];
  for (const size of FILES_FOR_MEMORY) {
    const { bytes } = await ask('Write a file for the memory', 'write-file.mjs', file, String(size));
    const two = await inProcess(path, 'file.mjs', file, '2');
    const stream = await inProcess(path, 'file.mjs', file, 'stream');
    memory.push({ bytes, threads: two.rss, stream: stream.rss });
  }
  rmSync(file);
  return { threads, memory };
}

/** Before anything is measured, so that a build that fails costs little. */
async function larger() {
  const dists = [];
  for (const apps of APPS.slice(1)) dists.push(await packageWith(apps));
  return dists;
}

async function growth(path, dists) {
  const all = [join(path, 'node_modules/auth-object/dist'), ...dists];
  const grown = all.map((dist, index) => ({ apps: APPS[index], dist, runs: [] }));
  for (let round = 0; round < 3; round++) {
    for (const { dist, runs } of grown) {
      runs.push(await inProcess(path, 'growth/measure.mjs', dist, RECORDS.join(), ...(QUICK ? ['--quick'] : [])));
    }
    console.log(`  growth: round ${round + 1} of 3`);
  }
  return Promise.all(
    grown.map(async ({ apps, dist, runs }) => ({
      apps,
      brotli: await brotliOf(dist),
      first: median(runs.map(({ first }) => first)),
      records: RECORDS.map((size, index) => ({
        size,
        bytes: runs[0].records[index].bytes,
        ns: median(runs.map(({ records }) => records[index].ns)),
      })),
    })),
  );
}

/** Measures, prints and writes. */
export async function bench() {
  if (process.argv.includes('--page')) return writePage(JSON.parse(readFileSync(RESULT, 'utf8')));
  const result = await measureAll();
  mkdirSync(join(ROOT, 'target'), { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
  console.log(printed(result));
  if (!QUICK) writePage(result);
}

function writePage(result) {
  writeFileSync(join(ROOT, 'docs/growth.svg'), plot(result.growth));
  writeFileSync(join(ROOT, 'docs/performance.md'), page(result));
}
