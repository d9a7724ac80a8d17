// What was measured as tables: for the terminal and for docs/performance.md.
import { OWN } from '../contenders/all.mjs';
import { bestPeer, kb, mb, ms, ns, ratio, seconds, whole } from './figures.mjs';

/** @returns {Record<string, { title: string, head: string[], rows: string[][] }>} those of the parts that were measured */
export function tables(parts) {
  const all = {};
  for (const [part, of] of Object.entries(TABLES)) if (parts[part] !== undefined) Object.assign(all, of(parts[part]));
  return all;
}

const TABLES = { files, reports, 'big-file': bigFile, pages, starts, rows, calls, sizes, growth };

/** A row for each contender, a column for each kind of work. */
function perUnit(title, works) {
  const columns = Object.values(works);
  const all = columns.flatMap(({ contenders, baselines }) => [...contenders, ...baselines]);
  const names = [...new Set(all.map(({ name }) => name))].sort((a, b) => rank(columns, a) - rank(columns, b));
  const cell = (work, name) => {
    const found = [...work.contenders, ...work.baselines].find((one) => one.name === name);
    return found === undefined ? '' : `${ns(found.ns)} (${ratio(found.ns / bestPeer(work).ns)})`;
  };
  return {
    title: `${title}; in brackets, the ratio to the best validator beside ${OWN}`,
    head: ['', ...Object.keys(works)],
    rows: names.map((name) => [name, ...columns.map((work) => cell(work, name))]),
  };
}

/** Contenders first, then the baselines. */
const rank = (columns, name) => (columns.some(({ contenders }) => contenders.some((one) => one.name === name)) ? 0 : 1);

function calls({ works, kinds }) {
  return {
    calls: perUnit('Time for one call', works),
    kinds: {
      title: `${OWN}: a row of NDJSON by its kind`,
      head: ['kind', 'time'],
      rows: kinds.map(({ kind, ns: time }) => [kind, ns(time)]),
    },
  };
}

function rows({ works, rows: count }) {
  return { rows: perUnit(`Time for a row, of ${whole(count)} in one process`, works) };
}

function files({ works, rows: count }) {
  const names = [...new Set(Object.values(works).flatMap(({ contenders }) => contenders.map(({ name }) => name)))];
  const cell = ({ contenders }, name) => {
    const found = contenders.find((one) => one.name === name);
    return found === undefined ? '' : `${seconds(found.ms)}, ${mb(found.rss)}`;
  };
  const formats = { NDJSON: works.ndjson, CSV: works.csv, 'JSON array': works.json };
  return {
    files: {
      title: `A file of ${whole(count)} rows, whole process: time, and largest memory of a process`,
      head: ['', ...Object.keys(formats)],
      rows: names.map((name) => [nameOf(name), ...Object.values(formats).map((work) => cell(work, name))]),
    },
  };
}

/** The command as one types it. */
const nameOf = (name) =>
  name.startsWith(OWN) ? `\`${name.replace(`${OWN},`, OWN).replace(OWN, `${OWN} check`)}\`` : name;

function reports({ reports: list }) {
  return {
    reports: {
      title: '`auth-object check --report json`, every row rejected',
      head: ['rows', 'time', 'largest memory', 'report'],
      rows: list.map(({ rows: count, kind, ms: time, rss, bytes }) => [
        ...[`${whole(count)}${kind === 'rejected-all' ? ' of all apps' : ''}`, seconds(time), mb(rss), mb(bytes)],
      ]),
    },
  };
}

function bigFile({ sizes: [small, big] }) {
  return {
    bigFile: {
      title: `NDJSON of ${mb(big.bytes)}, ${whole(big.rows)} rows`,
      head: ['', 'time', 'a row', 'largest memory', `memory of ${mb(small.bytes)}`],
      rows: big.ways.map(({ name, ms: time, rss }, index) => [
        ...[name, seconds(time), ns((time * 1e6) / big.rows), mb(rss), mb(small.ways[index].rss)],
      ]),
    },
  };
}

function pages({ works, rows: count }) {
  return { pages: perUnit(`Time for a row in a Worker of a page in Chromium, of ${whole(count)}`, works) };
}

function starts({ contenders, parts }) {
  const columns = ({ all, one }) => [one.import, one.prepare, one.first, one.ready, all.prepare].map(ms);
  return {
    starts: {
      title: 'A fresh Node process',
      head: ['', 'import', 'prepare one app', 'first verdict', 'from the start of Node to it', 'prepare all apps'],
      rows: contenders.map((one) => [one.name, ...columns(one)]),
    },
    startParts: {
      title: `What the first verdict of ${OWN} takes`,
      head: Object.keys(parts),
      rows: [Object.values(parts).map(ms)],
    },
  };
}

function sizes({ contenders, parts }) {
  return {
    sizes: {
      title: 'All apps, bundled and minified by esbuild',
      head: ['', 'minified', 'Brotli'],
      rows: Object.entries(contenders).map(([name, size]) => [name, kb(size.minified), kb(size.brotli)]),
    },
    parts: {
      title: `Parts of ${OWN}, each compressed by itself`,
      head: ['', 'Brotli'],
      rows: Object.entries(parts).map(([name, size]) => [name, kb(size)]),
    },
  };
}

function growth({ builds }) {
  const [{ records: sizesOfRows }] = builds;
  return {
    growth: {
      title: 'More apps',
      head: ['apps', 'Brotli', 'first verdict', ...sizesOfRows.map(({ bytes }) => `row of ${whole(bytes)} B`)],
      rows: builds.map(({ apps, brotli, first, records }) => [
        ...[whole(apps), kb(brotli), ms(first), ...records.map(({ ns: time }) => ns(time))],
      ]),
    },
  };
}
