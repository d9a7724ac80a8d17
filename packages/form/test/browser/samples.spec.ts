// The samples of every framework, built as they are.
import { expect, test } from './fixtures.js';

const NETSUITE = {
  account_id: '1234567_SB1',
  consumer_key: 'a1'.repeat(32),
  consumer_secret: 'b2'.repeat(32),
  token_id: 'c3'.repeat(32),
  token_secret: 'd4'.repeat(32),
};

for (const name of ['html', 'react', 'vue', 'svelte']) {
  test(`${name}: NetSuite is rejected when empty, sent when filled, and told the answer`, async ({ form, page }) => {
    await page.goto(`/${name}/index.html`);
    await form.submit.click();
    await expect(form.summary).toBeFocused();
    await form.fill(NETSUITE);
    await form.submit.click();
    await expect(form.element.getByText('NetSuite is connected.')).toBeVisible();
    const sent = await page.evaluate(() => JSON.parse(document.body.dataset.sent ?? ''));
    expect(sent).toEqual({ slug: 'netsuite', auth_object: { keybased: NETSUITE } });
    expect(await form.violations()).toEqual([]);
  });
}

test('the React hook: a fix, a problem, a submit', async ({ page }) => {
  await page.goto('/react/index.html');
  const sample = page.locator('[data-sample=hook]');
  await sample.getByLabel('Username').fill(' reports ');
  await sample.getByLabel('Host').fill('sftp.example.org');
  await sample.getByRole('button', { name: 'Fix Username' }).click();
  await expect(sample.getByLabel('Username')).toHaveValue('reports');
  await sample.getByRole('button', { name: 'Connect SFTP' }).click();
  await expect(sample.getByText('Enter the Password.')).toBeVisible();
  await sample.getByLabel('Password').fill('fake-password');
  await sample.getByRole('button', { name: 'Connect SFTP' }).click();
  await expect(sample.getByText('SFTP is connected.')).toBeVisible();
});

for (const name of ['react-hook-form', 'tanstack']) {
  test(`${name}: each field has its own message, by Standard Schema`, async ({ page }) => {
    await page.goto('/react/index.html');
    const sample = page.locator(`[data-sample=${name}]`);
    await sample.getByRole('button').click();
    await expect(sample.getByRole('alert')).toHaveText(['Enter the API Key.', 'Enter the Email Address.']);
    await sample.getByLabel('api_token').fill('fake-api-token');
    await sample.getByLabel('email').fill('fake@example.org');
    await sample.getByRole('button').click();
    await expect(page.locator('body')).toHaveAttribute('data-sent', /fake@example\.org/);
  });
}
