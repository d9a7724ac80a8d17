import { clipboard, expect, test } from './open.ts';

test('finds apps by name, slug, category, auth type and certainty', async ({ page }) => {
  await page.goto('/apps/');
  const visible = page.locator('#apps > li:visible');
  await expect(visible).toHaveCount(205);
  await page.getByLabel('Search').fill('netsiute');
  await expect(visible.first()).toContainText('NetSuite');
  await page.getByLabel('Search').fill('active_campaign');
  await expect(visible.first()).toContainText('ActiveCampaign');
  await page.getByLabel('Search').fill('');
  await page.getByLabel('Certainty').selectOption('Certain');
  const certain = await visible.count();
  await page.getByLabel('Auth type').selectOption('keybased');
  expect(await visible.count()).toBeLessThan(certain);
  await page.getByLabel('Category').selectOption('CRM');
  await expect(visible).toContainText(['Copper']);
  await page.getByLabel('Search').fill('zzzz');
  await expect(page.getByText('No app matches.')).toBeVisible();
});

test('an app page reads without JavaScript', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })).newPage();
  await page.goto('/apps/netsuite/');
  await expect(page).toHaveTitle(/netsuite migrate-token auth_object/);
  await expect(page.getByRole('cell', { name: 'consumer_secret', exact: true }).first()).toBeVisible();
  await expect(page.locator('#typed-keybased')).toContainText('"keybased": {');
  await expect(page.locator('#flat-keybased')).not.toContainText('"keybased": {');
});

test('the live form of an app checks what is typed and gives the request', async ({ page }) => {
  await page.goto('/apps/copper/');
  const form = page.locator('auth-object-form');
  await form.getByRole('button', { name: /Connect/ }).click();
  await expect(form.getByText('Enter the API Key.').first()).toBeVisible();
  await form.getByLabel('API Key').first().fill('fake-api-token-1');
  await form.getByLabel('Email Address').fill('fake@example.com');
  await form.getByRole('button', { name: /Connect/ }).click();
  await expect(page.locator('#form-verdict')).toHaveText('200 Accepted');
  await page.getByRole('button', { name: 'Copy cURL' }).click();
  expect(await clipboard(page)).toContain('"api_token": "fake-api-token-1"');
});

test('shows types, JSON Schema and auth structure, to copy', async ({ page }) => {
  await page.goto('/apps/copper/');
  for (const [summary, button, expected] of [
    ['TypeScript type', 'Copy: TypeScript type', 'export interface Copper'],
    ['JSON Schema', 'Copy: JSON Schema', 'https://json-schema.org/draft/2020-12/schema'],
    ['Auth structure', 'Copy: Auth structure', '"api_token": "string"'],
  ] as const) {
    await page.locator('summary', { hasText: summary }).click();
    await page.getByRole('button', { name: button }).click();
    expect(await clipboard(page)).toContain(expected);
  }
});

test('a pasted auth structure makes an app certain for this visit, on Check too', async ({ page }) => {
  await page.goto('/apps/stripe/');
  await page.getByLabel('Auth structure of stripe').fill('{"keybased":{"api_key":"a-value"}}');
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.locator('#structure-status')).toContainText('must be a type');
  await page.getByLabel('Auth structure of stripe').fill('{"keybased":{"restricted_key":"string"}}');
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.locator('#sure-tag')).toHaveText('Certain for this visit');
  await expect(page.locator('auth-object-form')).toContainText(/Restricted Key/i);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('a-value');
  await page.goto('/#slug=stripe&keybased.restricted_key=text');
  await expect(page.locator('.verdict-title')).toHaveText(/200\s+Accepted/);
});

test('every rule and hint has an address and an example that runs', async ({ page }) => {
  await page.goto('/rules/');
  expect(await page.locator('.rule-list a').count()).toBe(13);
  await page.getByRole('link', { name: 'keybased_fields' }).click();
  await expect(page).toHaveURL(/\/rules\/keybased_fields\/$/);
  await page.getByLabel('Example').selectOption({ index: 1 });
  await expect(page.locator('.verdict-title')).toBeVisible();
  await page.goto('/hints/auth_prefix/');
  await page.getByRole('button', { name: 'Fix it' }).click();
  await expect(page.getByText('No problems and no hints.')).toBeVisible();
});

test('documents have search, previous and next, and links between them', async ({ page }) => {
  await page.goto('/docs/check/');
  await page.getByLabel('Search the documents').fill('byte order mark');
  await expect(page.locator('#docs-found a').first()).toHaveAttribute('href', /\/docs\/check\/#/);
  await page.getByLabel('Search the documents').fill('');
  await page.locator('a[rel=next]').click();
  await expect(page).toHaveURL(/\/docs\/endpoint\/$/);
  await page.locator('article').getByRole('link', { name: 'the rules' }).first().click();
  await expect(page).toHaveURL(/\/docs\/rules\/$/);
});

test('the endpoint in the page answers, keeps accounts, makes faults and logs', async ({ page }) => {
  await page.goto('/try/');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#try-answer .answer')).toHaveText(
    '{"success":true,"message":"Integration - slack created"}',
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#try-answer .answer')).toContainText('updated');
  await expect(page.locator('#try-state')).toContainText('slack');
  await page.getByLabel('Start from').selectOption('create');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#try-state')).toContainText('customer-43');
  await page.getByLabel('Faults').selectOption('429');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#try-answer .status')).toHaveText('429');
  await expect(page.locator('#try-log')).toContainText('/api/v2/public/migrate-token');
  await expect(page.locator('#try-log')).toContainText('fault');
});

test('no page scrolls sideways at 360 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    '/',
    '/apps/',
    '/apps/netsuite/',
    '/rules/',
    '/rules/oauth2_fields/',
    '/hints/private_key/',
    '/docs/',
    '/docs/performance/',
    '/docs/introduction/',
    '/try/',
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
  }
});
