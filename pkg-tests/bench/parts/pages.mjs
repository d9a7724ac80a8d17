// Pages in Chromium: the first verdict, and files of rows in a Worker.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { resultOfPage, stopBrowser } from '../../harness/browser.mjs';
import { withFolder } from '../../harness/serve.mjs';
import { agreed } from '../agreed.mjs';
import { median, QUICK } from '../measure.mjs';

export const title = 'Pages';

const PAGES = QUICK ? 3 : 15;
const ROWS = QUICK ? 20_000 : 200_000;
const ROUNDS = QUICK ? 2 : 5;

/** @param {import('../context.mjs').Context} context */
export async function measure({ path }) {
  const folder = join(path, 'dist');
  await build({
    ...{ absWorkingDir: path, entryPoints: ['pages/first.js', 'pages/rows.js', 'pages/rows-worker.js'] },
    ...{ outdir: folder, bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' },
  });
  for (const name of ['first', 'rows']) {
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><script type="module" src="${name}.js"></script>`,
    );
  }
  try {
    return await withPages(folder);
  } finally {
    await stopBrowser();
  }
}

async function withPages(folder) {
  const first = [];
  const works = {};
  await withFolder(folder, async (url) => {
    for (let count = 0; count < PAGES; count++) first.push(JSON.parse(await resultOfPage(`${url}first.html`)).first);
    console.log(`  Chromium: the first verdict in ${PAGES} pages`);
    for (const format of ['NDJSON', 'CSV']) {
      const query = new URLSearchParams({ format, rows: `${ROWS}`, rounds: `${ROUNDS}` });
      works[format] = JSON.parse(await resultOfPage(`${url}rows.html?${query}`));
      console.log(`  Chromium: ${format} in a Worker`);
    }
  });
  agreed(works);
  return { pages: PAGES, first: median(first), slowest: Math.max(...first), rows: ROWS, rounds: ROUNDS, works };
}
