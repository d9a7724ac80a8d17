// Takes the picture in the README: `node www/scripts/picture.mjs` after a build.

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'astro';

const folder = fileURLToPath(new URL('..', import.meta.url));
const server = await preview({ root: folder, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`http://localhost:${server.port}/`);
await page.locator('code-editor[data-editor]').waitFor();
await page.screenshot({ path: `${folder}docs/check.png` });
await browser.close();
await server.stop();
