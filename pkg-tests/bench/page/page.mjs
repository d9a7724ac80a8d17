// docs/performance.md, written from target/bench.json.
import { aims, holds } from './aims.mjs';
import { kb, ms, whole } from './figures.mjs';
import { LESSONS } from './lessons.mjs';
import { aimsTable, markdown } from './markdown.mjs';
import { reasonOf } from './reasons.mjs';
import { tables } from './tables.mjs';

/**
 * @param {{ parts: object }} result the figures of each part that was measured
 * @returns {string} the page
 */
export function page({ parts }) {
  const all = tables(parts);
  const table = (name, ...words) =>
    all[name] === undefined ? [] : [`### ${all[name].title}`, markdown(all[name]), ...words];
  const paragraphs = [
    '<!-- Written by `npm run bench`; do not edit. The words are in pkg-tests/bench/page/. -->',
    '# How fast, how small',
    measuredOn(parts),
    '## The aims',
    markdown(aimsTable(parts)),
    ...missed(parts),
    '## What people feel',
    ...table('files', filesMeasured(parts)),
    ...table('reports', REPORTS),
    ...table('bigFile', BIG_FILE),
    ...table('pages', WORKER),
    ...firstInPage(parts),
    ...table('starts', STARTS),
    '## Calls and sizes',
    ...table('rows', rowsMeasured(parts)),
    ...table('calls', callsMeasured(parts)),
    ...table('sizes', ...sizesMeasured(parts)),
    ...table('growth', GROWTH, ...leftOut(parts)),
    '## What the first version taught',
    LESSONS,
    '## How to repeat',
    REPEAT,
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function measuredOn(parts) {
  const measured = Object.values(parts);
  if (measured.length === 0) return 'Nothing is measured yet.';
  const last = measured.reduce((newest, part) => (part.date > newest.date ? part : newest));
  const { processors, processor, memory, system, node, versions } = last.machine;
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const earlier = Object.entries(parts).filter(([, { date }]) => date !== last.date);
  const others = earlier.map(([name, { date }]) => `${name} (${date})`).join(', ');
  return [
    `Measured on ${last.date} with the packed package: ${processors} processors (${processor}), ${memory} GB, ${system}, Node ${node}; ${names.join(', ')}.`,
    'The contenders run in turns, and a figure is the median of all rounds. Compare the ratios; times depend on the machine.',
    others && `Measured earlier: ${others}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** For each aim that is missed: why, if it is known. */
function missed(parts) {
  return aims(parts)
    .filter((aim) => !holds(aim))
    .map(({ id, aim }) => [aim.replace(/:.*/, ''), reasonOf(id, parts)])
    .filter(([, reason]) => reason !== undefined)
    .map(([name, reason]) => `**${name}.** ${reason}`);
}

function filesMeasured({ files }) {
  if (files === undefined) return undefined;
  return `${FILES} ${files.versions.join(', ')}.`;
}

const FILES =
  'Each file has the same rows: 21 apps, 193 bytes per row of NDJSON, 20 columns of CSV, 5 rejected in 100. All programs accept the same rows; otherwise the benchmark fails. `auth-object check` also reports why a row is rejected, and looks for hints without `--no-hints`; the others only accept or reject. Python reads with orjson or csv and has one compiled validator for each app; with two processes, each reads half of the NDJSON. Sourcemeta checks all apps with one schema and `--fast`; it prints the rejected rows and keeps the file in memory.';

const REPORTS =
  'The first two files have the apps above and 7 kinds of faults, which give 150 different rejections; the third has all apps and 16 kinds, which give 2,600.';

const BIG_FILE = 'A row has 193 bytes. Of accepted rows, only the accounts are kept, to find repeated ones.';

const WORKER = 'The file is read in chunks of 64 KiB. The others read CSV with µDSV, all at once.';

const STARTS =
  'The library needs no preparation: its first verdict includes its start. The others are measured with the one app that is checked, and with all apps.';

const GROWTH =
  'The builds contain copies of the real apps. A copy renames the fields that only one real app has, so that the number of names grows with the number of apps.';

function firstInPage({ pages }) {
  if (pages === undefined) return [];
  return [
    `The first verdict in Chromium takes ${ms(pages.first)} after the script has run: the median of ${pages.pages} fresh pages, the slowest ${ms(pages.slowest)}.`,
  ];
}

function rowsMeasured({ rows }) {
  if (rows === undefined) return undefined;
  const { ndjson, csv, json } = rows.bytes;
  return `NDJSON has rows of all apps, ${Math.round(ndjson)} bytes each, in ${whole(rows.forms)} forms; "eight forms" are rows as a script writes them, which differ only in their accounts. CSV (${Math.round(csv)} bytes per row) and the JSON array (${Math.round(json)} bytes) have the rows of the files above. The others read with \`TextDecoder\`, \`JSON.parse\` and µDSV.`;
}

function callsMeasured({ calls }) {
  if (calls === undefined) return undefined;
  return `${whole(calls.requests)} requests of all apps, ${Math.round(calls.bytes)} bytes on average, ${whole(calls.bad)} of them with one of 18 kinds of faults. auth-object gives the endpoint's answer with all issues and hints; the others accept, or reject at the first fault, except zod, which finds all. \`by hand\` is a check in TypeScript with a table of fields.`;
}

function sizesMeasured({ sizes }) {
  if (sizes === undefined) return [];
  const { form, parts } = sizes;
  return [
    `The others contain what they need to accept and reject; auth-object also contains labels, texts, hints and fixes. Compressed separately, its module is ${kb(parts.wasm)}, the JavaScript ${kb(parts.script)}; the module of \`auth-object/rows\` is ${kb(parts['the wasm of auth-object/rows'])}. The form with one app is ${kb(form)} before the first keystroke. The limits are in \`pkg-tests/bench/size.test.mjs\`.`,
  ];
}

function leftOut({ growth: { failed } = { failed: [] } }) {
  if (failed.length === 0) return [];
  return [`Not measured, because a build or a run failed: ${failed.map(whole).join(', ')} apps.`];
}

const REPEAT = [
  '```sh\nnpm run bench                        # about 25 minutes; longer the first time, for two builds with more apps\nnpm run bench -- --quick             # some minutes; does not change this page\nnpm run bench -- --only rows,files   # two parts; the other figures stay\ncargo bench                          # the crate alone\n```',
  'The figures are in `target/bench.json`; `npm run bench -- --page` writes this page from it again. The comparison of files needs Python 3.10 or newer. `npm run nightly` streams 2 GB in less than 200 MB of memory.',
].join('\n\n');
