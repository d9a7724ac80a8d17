// Checks a file with so many threads. Prints JSON: ms, cpu (of all processors together), and the largest size of this
// process in bytes.
// node file.mjs PATH WORKERS|stream
import { createReadStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkNdjsonFile } from 'auth-object/node';
import { NdjsonChecker } from 'auth-object/rows';

const [path, workers] = process.argv.slice(2);
let rejected = 0;
const before = process.cpuUsage();
const start = performance.now();
if (workers === 'stream') {
  const checker = new NdjsonChecker();
  for await (const chunk of createReadStream(path)) rejected += checker.push(chunk).length;
  rejected += checker.end().failures.length;
} else {
  await checkNdjsonFile(path, {
    workers: Number(workers),
    onFailures: (failures) => {
      rejected += failures.length;
    },
  });
}
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000;
console.log(JSON.stringify({ ms, cpu, rejected, rss: process.resourceUsage().maxRSS * 1024 }));
