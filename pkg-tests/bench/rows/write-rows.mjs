// Writes a file of rows: a repeated block, with a different account in each row. Prints the size in bytes as JSON.
// node rows/write-rows.mjs PATH ndjson|json|csv|rejected|rejected-all ROWS
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { checkAuthObject } from 'auth-object';
import { csvOf } from './csv-text.mjs';
import { badRows, badSampleRows, sampleRows } from './sample-rows.mjs';

const BLOCK = 20_000;

const [path, kind, count] = process.argv.slice(2);
const catalogue = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));
// Without one field, a flat auth_object can be complete for another auth type.
const isRejected = ({ slug, auth_object }) => slug === undefined || !checkAuthObject(slug, auth_object).ok;
const MAKERS = {
  rejected: () => badSampleRows(catalogue, BLOCK).filter(isRejected),
  'rejected-all': () => badRows(catalogue, BLOCK).filter(isRejected),
};
const rows = MAKERS[kind]?.() ?? sampleRows(catalogue, BLOCK);
const { start, textOf, between, end } = formatOf(kind);
const file = openSync(path, 'w');
let bytes = writeSync(file, start);
for (let written = 0; written < Number(count); ) {
  let text = '';
  for (const row of rows.slice(0, Number(count) - written)) {
    if (written > 0) text += between;
    row.linked_account_id = `account:${written++}`;
    text += textOf(row);
  }
  bytes += writeSync(file, text);
}
bytes += writeSync(file, end);
closeSync(file);
console.log(JSON.stringify({ bytes, rows: Number(count) }));

function formatOf(name) {
  if (name === 'csv') {
    const { header, lineOf } = csvOf(rows);
    return { start: header, textOf: lineOf, between: '', end: '' };
  }
  if (name === 'json') return { start: '[\n', textOf: JSON.stringify, between: ',\n', end: '\n]\n' };
  return { start: '', textOf: JSON.stringify, between: '\n', end: '\n' };
}
