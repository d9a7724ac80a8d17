// Checks a file with a number of threads. Prints JSON: ms, cpu (the sum over all processors), and the peak memory of this
// process in bytes.
// node rows/check-file.mjs PATH WORKERS|stream [--no-hints]
import { createReadStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkRowsFile } from 'auth-object/node';
import { RowChecker } from 'auth-object/rows';

const [path, workers] = process.argv.slice(2);
const hints = !process.argv.includes('--no-hints');
const before = process.cpuUsage();
const start = performance.now();
const { accepted, rejected } = await (workers === 'stream' ? stream() : inThreads());
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000;
console.log(JSON.stringify({ ms, cpu, accepted, rejected, rss: process.resourceUsage().maxRSS * 1024 }));

async function stream() {
  const checker = new RowChecker({ hints });
  for await (const chunk of createReadStream(path)) checker.push(chunk);
  return checker.end();
}

/** Takes rejected rows as they come, like a program that cannot keep all of them in memory. */
async function inThreads() {
  let listed = 0;
  const onRows = (rows) => {
    listed += rows.length;
  };
  const report = await checkRowsFile(path, { hints, workers: Number(workers), onRows });
  if (listed !== report.rejected) throw new Error(`${listed} rows were listed, ${report.rejected} were rejected`);
  return report;
}
