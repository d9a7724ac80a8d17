// The page from invented figures: what is measured is on it, and what is not leaves no gap.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from './markdown.mjs';
import { page } from './page.mjs';

const machine = {
  processors: 2,
  processor: 'Example',
  memory: 8,
  system: 'linux x64',
  node: 'v22.0.0',
  versions: { ajv: '8' },
};
const on = (date, figures) => ({ date, machine, ...figures });
const contenders = (unit, times) =>
  Object.entries(times).map(([name, time]) => ({ name, [unit]: time, rss: 5e7, accepted: 1 }));
const work = (times) => ({ contenders: contenders('ns', times), baselines: [] });
const times = { 'auth-object': 2000, 'auth-object, hints: false': 400, 'zod 4': 5000, valibot: 1000, 'by hand': 300 };
const files = (own) =>
  contenders('ms', { 'auth-object': own, 'auth-object, --no-hints': own / 2, 'Python, jsonschema-rs': 1200 });

const parts = {
  calls: on('2026-01-02', {
    ...{ requests: 2000, bad: 100, bytes: 204, rounds: 41, kinds: [{ kind: 'good', ns: 100 }] },
    works: { accepted: work(times), rejected: work(times) },
  }),
  rows: on('2026-01-02', {
    ...{ rows: 1000, forms: 9, bytes: { ndjson: 200, csv: 100, json: 200 } },
    works: { 'NDJSON, one buffer': work(times), 'NDJSON, eight forms': work(times) },
  }),
  files: on('2026-01-01', {
    rows: 1_000_000,
    versions: ['Python 3'],
    works: { ndjson: { contenders: files(500) }, csv: { contenders: files(1500) }, json: { contenders: files(900) } },
  }),
  reports: on('2026-01-02', {
    reports: [
      { rows: 100_000, kind: 'rejected', bytes: 4e7, ms: 900, rss: 90e6 },
      { rows: 1_000_000, kind: 'rejected', bytes: 4e8, ms: 7900, rss: 95e6 },
    ],
  }),
  growth: on('2026-01-02', {
    failed: [5000],
    builds: [{ apps: 205, brotli: 70_000, first: 5, records: [{ bytes: 200, ns: 100 }] }],
  }),
};

test('the page has each aim with its figure, and says whether it holds', () => {
  const text = page({ parts });
  assert.match(text, /\| Accepted object: .* \| 2,000 ns; valibot 1,000 ns: 2 \| missed, 2 times the aim \|/);
  assert.match(text, /\| Accepted object without hints: .* \| 400 ns; valibot 1,000 ns: 0\.4 \| holds \|/);
  assert.match(
    text,
    /\| CSV by the command line: .* \| 1\.50 s; NDJSON 0\.50 s: 3 times \| missed, 1\.5 times the aim \|/,
  );
  assert.match(text, /\| Report of 1,000,000 rejected rows as JSON: at most 8 s \| 7\.90 s \| holds \|/);
  assert.match(text, /\*\*Accepted object\.\*\* Most of the time/);
});

test('the page has a table for each part, the commands as one types them, and the date of an earlier part', () => {
  const text = page({ parts });
  assert.match(text, /\| `auth-object check --no-hints` \| 0\.25 s/);
  assert.match(text, /Measured on 2026-01-02 .* Measured earlier: files \(2026-01-01\)\./);
  assert.match(text, /Not measured, because a build or a run failed: 5,000 apps\./);
  assert.doesNotMatch(text, /undefined|NaN/);
});

test('a part that was never measured is left out', () => {
  const { files: _, ...others } = parts;
  const text = page({ parts: others });
  assert.doesNotMatch(text, /CSV by the command line|Sourcemeta|undefined|NaN/);
  assert.doesNotMatch(page({ parts: {} }), /undefined|NaN/);
});

test('the terminal gets the same tables', () => {
  assert.match(printed({ parts }), /Aims\n.*aim/);
});
