// In a new process: imports one contender, prepares it, calls it once. Prints JSON, all in ms.
// node start.mjs NAME all|one
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { FILES, inputOf } from './contenders/all.mjs';

const [name, which] = process.argv.slice(2);
const SLUG = 'netsuite';
const object = { keybased: { account_id: 'fake-1' } };
const catalogue = JSON.parse(readFileSync('made/catalogue.json', 'utf8'));

const begun = performance.now();
const { needs, prepare, checkRow } = await import(`./contenders/${FILES[name]}`);
const imported = performance.now();
let apps;
// The library's own start belongs to its first verdict.
if (needs !== 'nothing') apps = prepare(inputOf(needs, catalogue, which === 'one' ? SLUG : undefined));
const ready = performance.now();
const ok = apps === undefined ? checkRow({ slug: SLUG, auth_object: object }) : apps.get(SLUG)(object);
const done = performance.now();
if (ok) throw new Error(`${name} accepts what lacks fields`);
console.log(
  JSON.stringify({
    import: imported - begun,
    prepare: ready - imported,
    first: done - ready,
    all: done - begun,
    ready: done,
  }),
);
