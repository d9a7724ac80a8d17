// `npm run bench`: the speed and the size of the packed packages, beside those of their peers. Prints tables, writes
// target/bench.json, and docs/performance.md from it.
//   --only rows,files   these parts; keeps the figures of the others
//   --quick             a short run without growth, into target/bench-quick.json; does not change the page
//   --page              only the page, from target/bench.json
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { ROOT } from '../harness/paths.mjs';
import { prepare } from './context.mjs';
import { machine } from './machine.mjs';
import { QUICK } from './measure.mjs';
import { printed } from './page/markdown.mjs';
import { page } from './page/page.mjs';
import { PARTS } from './parts/all.mjs';

const RESULT = join(ROOT, QUICK ? 'target/bench-quick.json' : 'target/bench.json');

/**
 * Measures, prints and writes.
 *
 * @throws Error if a part fails, after the others are measured
 */
export async function bench(args = process.argv.slice(2)) {
  const result = existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : { parts: {} };
  if (args.includes('--page')) return writePage(result);
  const failed = await measure(result, partsOf(args));
  console.log(printed(result));
  if (!QUICK) writePage(result);
  if (failed.length > 0) throw new Error(`Not measured: ${failed.join(', ')}. Earlier figures of these are kept.`);
}

function partsOf(args) {
  const at = args.indexOf('--only');
  // Builds with more apps take longer than a short run.
  if (at < 0) return Object.keys(PARTS).filter((name) => !QUICK || name !== 'growth');
  const names = (args[at + 1] ?? '').split(',');
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown === undefined) return names;
  throw new Error(`--only takes parts, with commas between them: ${Object.keys(PARTS).join(', ')}`);
}

/** Writes the result after each part, so that a part that fails does not lose the others. @returns the titles that fail */
async function measure(result, names) {
  const context = await prepare();
  const failed = [];
  for (const name of names) {
    const { title, measure: measurePart } = PARTS[name];
    console.log(styleText('bold', `\n${title}`));
    const started = Date.now();
    try {
      const figures = await measurePart(context);
      result.parts[name] = { date: new Date().toISOString().slice(0, 10), machine: machine(context.path), ...figures };
      write(RESULT, `${JSON.stringify(result, null, 2)}\n`);
      console.log(`  ${title}: ${Math.round((Date.now() - started) / 1000)} s`);
    } catch (error) {
      failed.push(title);
      console.error(styleText('red', `${title}: ${error.message}`));
    }
  }
  return failed;
}

function writePage(result) {
  write(join(ROOT, 'docs/performance.md'), page(result));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
