// Writes a file of NDJSON, about so many bytes: a block of requests again and again. Prints JSON: its rows.
// node write-file.mjs PATH BYTES
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { requests } from './requests.mjs';

const [path, bytes] = process.argv.slice(2);
const { compact, samples } = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));
const rows = requests(compact, 20_000, { samples });
const block = Buffer.from(rows.map(({ text }) => `${text}\n`).join(''));
const file = openSync(path, 'w');
const blocks = Math.ceil(Number(bytes) / block.length);
for (let count = 0; count < blocks; count++) writeSync(file, block);
closeSync(file);
console.log(JSON.stringify({ rows: blocks * rows.length, bytes: blocks * block.length }));
