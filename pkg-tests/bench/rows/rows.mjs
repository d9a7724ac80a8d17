// The time for a row of one format, in one process. Prints JSON.
// node rows/rows.mjs ndjson|csv|json [--quick]
import { readFileSync } from 'node:fs';
import { LINE_ENDS_ALONE, PARSE_ALONE } from '../baselines.mjs';
import { OWN, prepared } from '../contenders/all.mjs';
import * as own from '../contenders/auth-object.mjs';
import { interleaved, QUICK } from '../measure.mjs';
import { requests } from '../requests.mjs';
import { alikeRows, formOf } from './alike.mjs';
import { csvOf } from './csv-text.mjs';
import { checkArray, checkCsv, checkLines } from './peers.mjs';
import { sampleRows } from './sample-rows.mjs';

const COUNT = QUICK ? 10_000 : 100_000;
const ROUNDS = QUICK ? 3 : 5;
const CHUNK = 1 << 16;

const catalogue = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));
const peers = await prepared(catalogue);
const bytesOf = (texts) => Buffer.from(texts.join(''));
const lineOf = (row) => `${JSON.stringify(row)}\n`;

function chunksOf(bytes) {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, index) =>
    bytes.subarray(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** Every contender with the same chunks of one file. */
function measured(format, chunks, runOf, baselines = []) {
  const contenders = [
    { name: OWN, run: () => own.checkFile(chunks, { format }) },
    { name: `${OWN}, hints: false`, run: () => own.checkFile(chunks, { format, hints: false }) },
    ...peers.map((peer) => ({ name: peer.name, run: () => runOf(chunks, peer) })),
  ];
  const timed = baselines.map(({ name, work }) => ({ name, run: () => work(chunks) }));
  const results = interleaved([...contenders, ...timed], { rounds: ROUNDS, units: COUNT });
  return { contenders: results.slice(0, contenders.length), baselines: results.slice(contenders.length) };
}

function countLineEnds(chunks) {
  let count = 0;
  for (const chunk of chunks) for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Rows of every app and every kind of fault, as one buffer and in chunks; then rows that differ only in their values. */
function ndjson() {
  const rows = requests(catalogue.compact, COUNT, { samples: catalogue.samples });
  const bytes = bytesOf(rows.map(({ text }) => `${text}\n`));
  const alike = bytesOf(alikeRows(catalogue, COUNT).map(lineOf));
  const runOf = (chunks, { checkText }) => checkLines(chunks, checkText);
  const baselines = [{ name: LINE_ENDS_ALONE, work: countLineEnds }];
  return {
    bytes: bytes.length / COUNT,
    forms: new Set(rows.map(formOf)).size,
    works: {
      'NDJSON, one buffer': measured('ndjson', [bytes], runOf, baselines),
      'NDJSON, chunks of 64 KiB': measured('ndjson', chunksOf(bytes), runOf),
      'NDJSON, eight forms': measured('ndjson', [alike], runOf),
    },
  };
}

function csv() {
  const rows = sampleRows(catalogue, COUNT);
  const { header, lineOf: csvLine } = csvOf(rows);
  const bytes = bytesOf([header, ...rows.map(csvLine)]);
  const runOf = (chunks, { checkRow }) => checkCsv(chunks, checkRow);
  return { bytes: bytes.length / COUNT, works: { CSV: measured('csv', [bytes], runOf) } };
}

function json() {
  const rows = sampleRows(catalogue, COUNT);
  const bytes = Buffer.from(JSON.stringify(rows));
  const runOf = (chunks, { checkRow }) => checkArray(chunks, checkRow);
  const baselines = [{ name: PARSE_ALONE, work: ([all]) => JSON.parse(all.toString()).length }];
  return { bytes: bytes.length / COUNT, works: { 'JSON array': measured('json', [bytes], runOf, baselines) } };
}

const format = { ndjson, csv, json }[process.argv[2]];
console.log(JSON.stringify({ rows: COUNT, rounds: ROUNDS, ...format() }));
