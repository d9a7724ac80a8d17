// In a Worker: the time for a row of NDJSON or CSV in chunks of 64 KiB, as a file is read. The peers are the two that are
// fastest in Node.
import * as own from '../contenders/auth-object.mjs';
import * as typebox from '../contenders/typebox.mjs';
import * as valibot from '../contenders/valibot.mjs';
import catalogue from '../made/catalogue.json';
import { interleaved } from '../measure.mjs';
import { csvOf } from '../rows/csv-text.mjs';
import { checkCsv, checkLines } from '../rows/peers.mjs';
import { sampleRows } from '../rows/sample-rows.mjs';

const CHUNK = 1 << 16;
const OWN = 'auth-object';
const PEERS = { valibot, 'typebox, compiled': typebox };

self.onmessage = ({ data }) => {
  try {
    postMessage(measured(data.format, Number(data.rows), Number(data.rounds)));
  } catch (error) {
    postMessage({ error: error.stack });
  }
};

function measured(format, count, rounds) {
  const rows = sampleRows(catalogue, count);
  const bytes = new TextEncoder().encode(format === 'CSV' ? csvText(rows) : rows.map(line).join(''));
  const chunks = [];
  for (let at = 0; at < bytes.length; at += CHUNK) chunks.push(bytes.subarray(at, at + CHUNK));
  const options = { format: format.toLowerCase() };
  const peers = Object.entries(PEERS).map(([name, peer]) => {
    const apps = peer.prepare(catalogue[peer.needs]);
    const checkRow = (row) => typeof row.slug === 'string' && (apps.get(row.slug)?.(row.auth_object) ?? false);
    const checkText = (text) => checkRow(JSON.parse(text));
    return { name, run: () => (format === 'CSV' ? checkCsv([bytes], checkRow) : checkLines(chunks, checkText)) };
  });
  const contenders = [
    { name: OWN, run: () => own.checkFile(chunks, options) },
    { name: `${OWN}, hints: false`, run: () => own.checkFile(chunks, { ...options, hints: false }) },
    ...peers,
  ];
  return { contenders: interleaved(contenders, { rounds, units: count, warmMs: 500 }), baselines: [] };
}

const line = (row) => `${JSON.stringify(row)}\n`;

function csvText(rows) {
  const { header, lineOf } = csvOf(rows);
  return [header, ...rows.map(lineOf)].join('');
}
