// The packed endpoint in Chromium: as a Service Worker, and with Mock Service Worker.
import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { resultOfPage, stopBrowser } from './harness/browser.mjs';
import { checkEndpoint } from './harness/endpoint-answers.mjs';
import { PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { withFolder } from './harness/serve.mjs';

const PAGES = { 'msw-page': 'with Mock Service Worker', 'service-worker-page': 'as a Service Worker' };

describe('endpoint in browsers', { timeout: 300_000 }, () => {
  let folder;

  before(async () => {
    const path = await project('endpoint');
    folder = join(path, 'dist');
    await cp(join(PKG_TESTS, 'common'), join(path, 'common'), { recursive: true });
    await build({
      absWorkingDir: path,
      entryPoints: [...Object.keys(PAGES), 'service-worker'].map((name) => `browser/${name}.js`),
      outdir: folder,
      ...{ bundle: true, minify: true, format: 'esm', logLevel: 'warning' },
    });
    for (const name of Object.keys(PAGES)) {
      const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="${name}.js"></script>`;
      await writeFile(join(folder, `${name}.html`), page);
    }
    await copyFile(join(path, 'node_modules/msw/lib/mockServiceWorker.js'), join(folder, 'mockServiceWorker.js'));
  });

  after(stopBrowser);

  for (const [name, title] of Object.entries(PAGES)) {
    test(title, () => withFolder(folder, async (url) => checkEndpoint(await resultOfPage(`${url}${name}.html`))));
  }
});
