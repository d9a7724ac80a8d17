import { readFile } from 'node:fs/promises';
import { expect, openCheck, paste, test } from './open.ts';

const CSV = `slug,linked_account_id,auth_type,api_token,email
copper,a,keybased,fake-token-1,fake@example.com
copper,b,keybased,,fake@example.com
copper,c,keybased," fake-token-2 ",fake@example.com
`;

test('sums up a file by cause, with counts and first lines', async ({ page }) => {
  await openCheck(page);
  await page.locator('#file').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
  const causes = page.getByRole('list', { name: 'Causes' }).getByRole('listitem');
  await expect(causes).toHaveCount(2);
  expect(
    await page.locator('code-editor').evaluate((editor) => (editor as HTMLElement & { value: string }).value),
  ).toBe('');
  await expect(causes.first()).toContainText('1 row');
  await expect(causes.first()).toContainText('Enter the API Key.');
  await expect(causes.first()).toContainText('line 3');
  await expect(page.locator('.counts')).toContainText(/Rows\s*3\s*Accepted\s*2\s*Rejected\s*1/);
});

test('downloads accepted, rejected and repaired rows', async ({ page }) => {
  await openCheck(page);
  await page.locator('#file').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  expect(await download('Download accepted rows')).toEqual({
    name: 'customers.accepted.csv',
    text: CSV.split('\n')
      .filter((_, line) => line !== 2)
      .join('\n'),
  });
  expect((await download('Download rejected rows with reasons')).text).toContain('3,Enter the API Key.,copper,b');
  expect((await download('Download repaired rows')).text).toContain('copper,c,keybased,fake-token-2,fake@example.com');
});

test('checks pasted NDJSON', async ({ page }) => {
  await openCheck(page);
  await paste(
    page,
    '{"slug":"gmail","auth_object":{"refresh_token":"fake-refresh-token"}}\n{"slug":"gmial","auth_object":{}}',
  );
  await expect(page.locator('.counts')).toContainText(/Rows\s*2\s*Accepted\s*1\s*Rejected\s*1/);
});

test('says what is wrong with a file that is none', async ({ page }) => {
  await openCheck(page);
  await page
    .locator('#file')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.alloc(100_000, 0xff) });
  await expect(page.getByText('This file is not UTF-8 text.')).toBeVisible();
});

test('stays responsive while a million rows are checked', async ({ page }) => {
  test.setTimeout(180_000);
  await openCheck(page);
  await page.evaluate(() => {
    const row =
      '{"slug":"hubspot","auth_object":{"oauth2":{"access_token":"fake-token-1234567","refresh_token":"fake-token-7654321"}}}\n';
    const block = row.repeat(10_000);
    const file = new File(
      Array.from({ length: 100 }, () => block),
      'million.ndjson',
    );
    const data = new DataTransfer();
    data.items.add(file);
    const input = document.getElementById('file') as HTMLInputElement;
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
  });
  await expect(page.getByText(/Checking [\d,]+ rows/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const slowest = await page.evaluate(async () => {
    let worst = 0;
    for (let frame = 0; frame < 60; frame++) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 16));
      worst = Math.max(worst, performance.now() - before);
    }
    return worst;
  });
  expect(slowest).toBeLessThan(300);
  await expect(page.locator('.counts')).toContainText('1,000,000', { timeout: 150_000 });
  console.log(await page.getByText(/Checked in/).textContent());
});
