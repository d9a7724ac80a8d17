// Headless Chromium, started once in each process.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { find } from '../../scripts/programs.mjs';

/** Longest time that a page may take, in ms. */
const LIMIT_MS = 120_000;
/** Longest time that one action in a page may take, in ms. */
const USE_MS = 15_000;

// The browser sends nothing of its own; insecure.test is this machine under a name that is not trusted.
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP insecure.test 127.0.0.1'],
];

let browser;

function start() {
  return chromium.launch({ executablePath: program(), args: FLAGS, headless: true });
}

/** The Chromium that `CHROMIUM` names, the system's, or the one that Playwright installed. */
function program() {
  const path = process.env.CHROMIUM || find('chromium') || chromium.executablePath();
  if (!existsSync(path)) throw new Error('Chromium is missing: run `npm run setup` in the root folder.');
  return path;
}

/** Ends the browser if it was started. */
export async function stopBrowser() {
  await (await browser)?.close();
  browser = undefined;
}

/**
 * Opens a page and waits until it puts text in `globalThis.__result`.
 *
 * @param {string} url
 * @returns {Promise<string>} that text
 * @throws Error with all errors of the page
 */
export async function resultOfPage(url) {
  browser ??= start();
  const context = await (await browser).newContext();
  const complaints = [];
  try {
    const page = await context.newPage();
    const failed = new Promise((_, reject) => {
      page.on('pageerror', (error) => {
        complaints.push(error.stack ?? String(error));
        reject(error);
      });
    });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
    await page.goto(url, { timeout: LIMIT_MS });
    const result = page.waitForFunction(() => globalThis.__result, undefined, { timeout: LIMIT_MS });
    result.catch(() => {});
    failed.catch(() => {});
    return await (await Promise.race([result, failed])).jsonValue();
  } catch (error) {
    throw new Error(`${url}: ${error.message}\n${complaints.join('\n')}`, { cause: error });
  } finally {
    await context.close();
  }
}

/**
 * Opens a page, uses it, and closes it.
 *
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 * @throws Error with all errors and warnings of the page, even if `use` succeeds
 */
export async function withPage(url, use) {
  browser ??= start();
  const context = await (await browser).newContext();
  context.setDefaultTimeout(USE_MS);
  const complaints = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    await page.goto(url, { timeout: LIMIT_MS });
    await use(page);
  } catch (error) {
    throw new Error(`${url}: ${error.message}\n${complaints.join('\n')}`, { cause: error });
  } finally {
    await context.close();
  }
  if (complaints.length > 0) throw new Error(`${url} complained:\n${complaints.join('\n')}`);
}
