import { clipboard, expect, openCheck, paste, test } from './open.ts';

test('opens with a rejected example already diagnosed, before any script runs', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })).newPage();
  await page.goto('/');
  await expect(page.locator('.verdict-title')).toHaveText(/400\s+Rejected/);
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem')).toHaveCount(2);
});

test('one button fixes the example, another copies the fixed cURL, without scrolling on a laptop', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 700 });
  await openCheck(page);
  await page.getByRole('button', { name: 'Fix all 2' }).click();
  await expect(page.locator('.verdict-title')).toHaveText(/200\s+Accepted/);
  await page.getByRole('button', { name: 'cURL', exact: true }).click();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const copied = await clipboard(page);
  expect(copied).toContain('"access_token": "fake-access-token-1"');
  expect(copied).toContain('"store_name": "acme"');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.verdict-title')).toHaveText(/400\s+Rejected/);
});

test('fixes one problem, and undoes it', async ({ page }) => {
  await openCheck(page);
  await page.getByRole('button', { name: /^Fix: Enter only/ }).click();
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem')).toHaveCount(2);
});

test('reports line and column, marks the text, and moves the cursor there', async ({ page }) => {
  await openCheck(page);
  const problem = page.getByRole('button', { name: /^Problem Shopify \(oauth2\) has no field/ });
  await expect(problem).toContainText('line 9, column 9');
  await expect(page.locator('code-editor .cm-lintRange-error')).toHaveText(/accessToken/);
  await problem.click();
  await page.keyboard.press('Control+C');
  expect(await clipboard(page)).toContain('accessToken');
});

test('answers exactly as the endpoint prints it', async ({ page }) => {
  await openCheck(page);
  await paste(page, '{"slug":"custom","auth_object":{}}');
  await expect(page.locator('.verdict-title')).toHaveText(/200\s+Rejected/);
  await expect(page.locator('.answer')).toHaveText('{"error":"Custom apps are not supported for this endpoint."}');
});

for (const [name, text] of Object.entries({
  JSON: '{ "slug": "copper", "auth_object": { "keybased": { "api_token": "fake-token-1" } } }',
  cURL: `curl -X PUT "https://app.refold.ai/api/v2/public/migrate-token" -H "x-api-key: tk-fake" -H "linked_account_id: a" -d '{ "slug": "copper", "auth_object": { "keybased": { "api_token": "fake-token-1" } } }'`,
  fetch:
    'fetch("https://app.refold.ai/api/v2/public/migrate-token", { method: "PUT", headers: { "x-api-key": "tk-fake", linked_account_id: "a" }, body: JSON.stringify({ slug: "copper", auth_object: { keybased: { api_token: token } } }) })',
  axios:
    'axios.put("https://app.refold.ai/api/v2/public/migrate-token", { slug: "copper", auth_object: { keybased: { api_token: token } } }, { headers: { "x-api-key": "tk-fake", linked_account_id: "a" } })',
})) {
  test(`reads ${name}`, async ({ page }) => {
    await openCheck(page);
    await paste(page, text);
    const problems = page.getByRole('list', { name: 'Problems' }).getByRole('listitem');
    await expect(problems).toHaveCount(1);
    await expect(problems).toHaveText(/Enter the Email Address/);
  });
}

test('reports where JSON is invalid', async ({ page }) => {
  await openCheck(page);
  await paste(page, '{\n  "slug": "copper",\n}');
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText(/line \d, column \d+/);
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('invalid_json');
});

test('copies as fetch, TypeScript and Node client', async ({ page }) => {
  await openCheck(page);
  for (const [button, expected] of [
    ['fetch', 'await fetch("https://app.refold.ai/api/v2/public/migrate-token"'],
    ['TypeScript', 'AuthObject<"shopify">'],
    ['Node client', 'client.migrateAuth('],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    expect(await clipboard(page)).toContain(expected);
  }
});

test('shares a link without any value in it, which opens the same case', async ({ page }) => {
  await openCheck(page);
  await page.getByRole('button', { name: 'Share…' }).click();
  const link = (await page.locator('#share-link').textContent()) ?? '';
  expect(link).toContain('#slug=shopify');
  expect(link).not.toMatch(/fake|acme|tk-/);
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await clipboard(page)).toBe(link);
  await openCheck(page, new URL(link).hash);
  await expect(page.getByText('This request comes from a link.')).toBeVisible();
  await expect(page.locator('.verdict-title')).toHaveText(/400\s+Rejected/);
});

test('the keyboard reaches every button, and Tab leaves the editor', async ({ page }) => {
  await openCheck(page);
  await page.locator('code-editor').getByRole('textbox').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'cURL', exact: true })).toBeFocused();
});
