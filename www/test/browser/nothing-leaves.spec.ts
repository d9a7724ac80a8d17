import { readFile } from 'node:fs/promises';
import { test as bare } from '@playwright/test';
import { expect, openCheck, paste, test } from './open.ts';

const SECRET = 'zq7-typed-value-91';

test('of a whole visit, no request holds a typed value, and none goes elsewhere', async ({
  page,
  context,
  baseURL,
}) => {
  const requests: string[] = [];
  context.on('request', (request) => {
    requests.push(
      `${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`,
    );
  });
  await openCheck(page);
  await paste(
    page,
    JSON.stringify({ slug: 'copper', auth_object: { keybased: { api_token: ` ${SECRET}`, [SECRET]: SECRET } } }),
  );
  await expect(page.getByRole('list', { name: 'Problems' })).toBeVisible();
  await page.getByRole('button', { name: /^Fix/ }).first().click();
  await page.getByRole('button', { name: 'Share…' }).click();
  expect(await page.locator('#share-link').textContent()).not.toContain(SECRET);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('#file').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`slug,api_token\ncopper,${SECRET}\n`.repeat(1)),
  });
  await expect(page.locator('.counts')).toBeVisible();
  await page.goto('/apps/copper/');
  const form = page.locator('auth-object-form');
  await form.getByLabel('API Key').first().fill(SECRET);
  await form.getByLabel('Email Address').fill(`${SECRET}@example.com`);
  await form.getByRole('button', { name: /Connect/ }).click();
  await expect(page.locator('#form-verdict')).toHaveText('200 Accepted');
  await page.goto('/apps/');
  await page.getByLabel('Search').fill(SECRET);
  await page.goto('/docs/');
  await page.getByLabel('Search the documents').fill(SECRET);
  await page.goto('/rules/invalid_value/');
  await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
  await paste(page, `{"slug":"copper","auth_object":{"api_token":"${SECRET}"}}`);
  await page.goto('/try/');
  await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
  await paste(
    page,
    `curl -X PUT "https://app.refold.ai/api/v2/public/migrate-token" -H "x-api-key: ${SECRET}" -H "linked_account_id: customer-42" -d '{"slug":"slack","auth_object":{"bot_token":"${SECRET}"}}'`,
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#try-answer .status')).toHaveText('200');

  expect(requests.length).toBeGreaterThan(10);
  expect(requests.filter((request) => request.includes(SECRET))).toEqual([]);
  expect(requests.filter((request) => !request.includes(` ${baseURL}/`) && !/ (?:blob|data):/.test(request))).toEqual(
    [],
  );
  expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  const stored = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases()]),
  );
  expect(stored).toBe('[{},{},"",[]]');
});

// Blocked connections are errors of the console here.
bare('the policy forbids every connection, in the page and in the file worker', async ({ page }) => {
  const html = await readFile(new URL('../../dist/index.html', import.meta.url), 'utf8');
  const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
  for (const directive of [
    "default-src 'none'",
    "connect-src 'none'",
    'worker-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy).toContain(directive);
  }
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  await page.goto('/');
  const inWorker = await page.evaluate(async () => {
    const source = 'fetch("/robots.txt").then(() => postMessage("sent"), () => postMessage("blocked"))'.replace(
      '"/robots.txt"',
      JSON.stringify(`${location.origin}/robots.txt`),
    );
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
  });
  expect(inWorker).toBe('blocked');
  expect(
    await page.evaluate(() =>
      fetch('/robots.txt').then(
        () => 'sent',
        () => 'blocked',
      ),
    ),
  ).toBe('blocked');
});

test('works offline once it is loaded', async ({ page, context }) => {
  await openCheck(page);
  await context.setOffline(true);
  await paste(page, '{"slug":"copper","auth_object":{"api_token":"fake-token-1"}}');
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('Enter the Email Address.');
});
