// Takes the pictures in the READMEs: `node www/scripts/picture.mjs` after a build.

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'astro';

/** Around the form, in CSS pixels. */
const MARGIN = 12;

const folder = fileURLToPath(new URL('..', import.meta.url));
const server = await preview({ root: folder, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const url = `http://localhost:${server.port}/`;

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(url);
await page.locator('code-editor[data-editor]').waitFor();
await page.screenshot({ path: `${folder}docs/check.png` });

// A form with a pasted slip and a missing value, after its first submit.
const narrow = await browser.newPage({ viewport: { width: 460, height: 900 }, deviceScaleFactor: 2 });
await narrow.goto(`${url}apps/copper/`);
const form = narrow.locator('auth-object-form');
await form.getByLabel('API Key').first().fill('Bearer fake-api-token');
await form.getByRole('button', { name: /Connect/ }).click();
await form.getByText('Enter the Email Address.').last().waitFor();
await form.scrollIntoViewIfNeeded();
const { x, y, width, height } = await form.boundingBox();
const clip = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
await narrow.screenshot({ path: `${folder}docs/form.png`, clip });

await browser.close();
await server.stop();
