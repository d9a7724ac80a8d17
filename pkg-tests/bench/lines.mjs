// NDJSON of 100,000 lines, as one buffer and as chunks of 64 KiB. Prints JSON.
import { readFileSync } from 'node:fs';
import { LINE_ENDS_ALONE, QUOTES_ALONE, SIMD_PASS } from './baselines.mjs';
import { OWN, prepared } from './contenders/all.mjs';
import * as own from './contenders/auth-object.mjs';
import { interleaved, QUICK } from './measure.mjs';
import { quotesBytes } from './quotes.mjs';
import { requests } from './requests.mjs';
import { passBytes } from './simd.mjs';

const COUNT = QUICK ? 10_000 : 100_000;
const ROUNDS = QUICK ? 3 : 5;
const CHUNK = 1 << 16;

const catalogue = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));
const rows = requests(catalogue.compact, COUNT, { samples: catalogue.samples });
const bytesOf = (texts) => Buffer.from(texts.map((text) => `${text}\n`).join(''));
const bytes = bytesOf(rows.map(({ text }) => text));
/** What one script writes: requests of a few forms, that differ in their values alone. */
const FORMS = 8;
const forms = requests(catalogue.compact, FORMS, { samples: catalogue.samples, share: 0 });
const alike = bytesOf(Array.from({ length: COUNT }, (_, number) => numbered(forms[number % FORMS].row, number)));
const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, index) =>
  bytes.subarray(index * CHUNK, (index + 1) * CHUNK),
);

/** A request without its values. */
function formOf({ row, text }) {
  return row === undefined ? text : JSON.stringify(row, (key, value) => (isValue(key, value) ? '' : value));
}

function isValue(key, value) {
  return typeof value === 'string' && key !== 'slug';
}

/** The request with a number in each of its values. */
function numbered({ slug, ...row }, number) {
  return JSON.stringify({ slug, ...row }, (key, value) => (isValue(key, value) ? `${value}${number}` : value));
}

/** Lines as a JavaScript program takes them from bytes that come in chunks. */
function checkLines(parts, checkText) {
  const decoder = new TextDecoder();
  let rest = '';
  let accepted = 0;
  for (const part of parts) {
    const text = rest + decoder.decode(part, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (checkText(text.slice(start, end))) accepted += 1;
      start = end + 1;
    }
    rest = text.slice(start);
  }
  return rest !== '' && checkText(rest) ? accepted + 1 : accepted;
}

function countLineEnds(parts) {
  let count = 0;
  for (const part of parts) for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count += 1;
  return count;
}

const peers = await prepared(catalogue);
const measured = (parts) => {
  const contenders = [
    { name: OWN, run: () => own.checkLines(parts) },
    ...peers.map(({ name, checkText }) => ({ name, run: () => checkLines(parts, checkText) })),
  ];
  const baselines = [
    { name: SIMD_PASS, run: () => passBytes(parts) },
    { name: QUOTES_ALONE, run: () => quotesBytes(parts) },
    { name: LINE_ENDS_ALONE, run: () => countLineEnds(parts) },
  ];
  const results = interleaved([...contenders, ...baselines], { rounds: ROUNDS, units: COUNT });
  return { contenders: results.slice(0, contenders.length), baselines: results.slice(contenders.length) };
};

console.log(
  JSON.stringify({
    ...{ lines: COUNT, rounds: ROUNDS, bytes: bytes.length / COUNT },
    ...{ forms: new Set(rows.map(formOf)).size },
    ...{ bad: rows.filter(({ fault }) => fault !== undefined).length },
    ...{ buffer: measured([bytes]), chunks: measured(chunks), alike: measured([alike]) },
  }),
);
