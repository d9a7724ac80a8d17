// Lighthouse on Check, an app and a document, as a phone: the median of three. Accessibility, best practices and SEO must
// reach 95; performance is only reported, because it depends on the machine.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};
const PAGES = ['/', '/apps/netsuite/', '/docs/check/'];
const REQUIRED = ['accessibility', 'best-practices', 'seo'];
const MIN_SCORE = 0.95;
const RUNS = 3;
/** Lighthouse fetches robots.txt from within the page, which the policy forbids. */
const BLOCKED_AUDITS = ['robots-txt'];

/** Serves the site as a host would: compressed. */
const server = createServer(async ({ url = '/' }, response) => {
  const path = normalize(decodeURI(url.split('?')[0])).replace(/\/$/, '/index.html');
  try {
    const body = brotliCompressSync(await readFile(join(dist, path)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    });
    response.writeHead(200, {
      'content-type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
      'content-encoding': 'br',
      'cache-control': 'max-age=600',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, listening));
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox'],
});
try {
  for (const page of PAGES) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const { lhr } = await lighthouse(`http://localhost:${server.address().port}${page}`, {
        port: chrome.port,
        logLevel: 'error',
        onlyCategories: ['performance', ...REQUIRED],
        skipAudits: BLOCKED_AUDITS,
      });
      runs.push(lhr);
    }
    const median = (read) => runs.map(read).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    const score = (name) => median(({ categories }) => categories[name].score);
    const metric = (name) => Math.round(median(({ audits }) => audits[name].numericValue));
    console.log(
      `${page}: performance ${score('performance')}, ${REQUIRED.map((name) => `${name} ${score(name)}`).join(', ')}; first paint ${metric('first-contentful-paint')} ms, largest ${metric('largest-contentful-paint')} ms, blocking ${metric('total-blocking-time')} ms, shift ${median(({ audits }) => audits['cumulative-layout-shift'].numericValue).toFixed(3)}`,
    );
    const verdict = runs[0].audits['user-timings']?.details?.items?.find(({ name }) => name === 'first verdict');
    if (verdict)
      console.log(
        `  time to the first verdict, from the page's script on: ${median((lhr) => lhr.audits['user-timings'].details.items.find(({ name }) => name === 'first verdict').duration).toFixed(0)} ms (processor slowed 4 times)`,
      );
    for (const name of REQUIRED) {
      if (score(name) >= MIN_SCORE) continue;
      process.exitCode = 1;
      const failed = runs[0].categories[name].auditRefs
        .filter(({ id }) => (runs[0].audits[id].score ?? 1) < 1)
        .map(({ id }) => id);
      console.error(`  ${name} is below ${MIN_SCORE}: ${failed.join(', ')}`);
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
