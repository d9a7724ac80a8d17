// One build of the package: its start, and the time for records of each size. Prints JSON.
// node growth/measure.mjs DIST BYTES,BYTES,… [--quick]
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { catalogue } from '../catalogue.mjs';
import { median, QUICK } from '../measure.mjs';
import { requests } from '../requests.mjs';

const [dist, sizes] = process.argv.slice(2);
/** The size of all records of one run, in bytes. */
const RUN = QUICK ? 2e6 : 8e6;
const ROUNDS = QUICK ? 3 : 9;

const begun = performance.now();
const api = await import(pathToFileURL(`${dist}/index.js`));
const imported = performance.now();
api.checkAuthObject('netsuite', { keybased: { account_id: 'fake-1' } });
const first = performance.now() - imported;
const { checkRows } = await import(pathToFileURL(`${dist}/rows.js`));

const { compact } = catalogue(api);
const meanOf = (options) => {
  const rows = requests(compact, 400, options);
  return rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length;
};
const [short, long] = [10, 110];
const perUnit = (meanOf({ valueLength: long }) - meanOf({ valueLength: short })) / (long - short);
const fixed = meanOf({ valueLength: short }) - perUnit * short;

const records = sizes.split(',').map((size) => {
  const valueLength = Math.max(short, (Number(size) - fixed) / perUnit);
  const rows = requests(compact, Math.ceil(RUN / Number(size)), { valueLength });
  const bytes = Buffer.from(rows.map(({ text }) => `${text}\n`).join(''));
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now();
    // Without hints, because the invented values would raise some.
    checkRows(bytes, { format: 'ndjson', hints: false });
    return performance.now() - start;
  }).slice(1);
  return { size: Number(size), bytes: bytes.length / rows.length, ns: (median(times) * 1e6) / rows.length };
});
console.log(JSON.stringify({ import: imported - begun, first, records }));
