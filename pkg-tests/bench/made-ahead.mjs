// Writes what the contenders need to made/: the catalogue, ajv's standalone code, the TypeScript as JavaScript.
// node made-ahead.mjs FOLDER-OF-SCHEMAS
import { mkdirSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import * as api from 'auth-object';
import { build } from 'esbuild';
import { catalogue } from './catalogue.mjs';
import { samples, schemasOf } from './samples.mjs';

mkdirSync('made', { recursive: true });
const made = catalogue(api);
made.samples = samples(schemasOf(process.argv[2]));
writeFileSync('made/catalogue.json', JSON.stringify(made));
for (const part of ['compact', 'schemas']) writeFileSync(`made/${part}.json`, JSON.stringify(made[part]));
writeFileSync('made/slugs.json', JSON.stringify(Object.keys(made.schemas)));

const ajv = new Ajv.default({ strict: false, code: { source: true, esm: true } });
const exports = {};
Object.values(made.schemas).forEach((schema, index) => {
  ajv.addSchema({ ...schema, $id: `s${index}` });
  exports[`v${index}`] = `s${index}`;
});
const list = `export const all = [${Object.keys(exports)}];\n`;
writeFileSync('made/ajv-standalone.mjs', `${standaloneCode.default(ajv, exports)}\n${list}`);

await build({
  entryPoints: ['contenders/by-hand.ts'],
  outfile: 'made/by-hand.mjs',
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
});
