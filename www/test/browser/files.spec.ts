import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { LONGEST_REQUEST } from '../../src/paste/size.ts';
import { expect, openCheck, paste, test } from './open.ts';

const HEADER = 'slug,linked_account_id,auth_type,api_token,email\n';
const ACCEPTED = [
  'copper,a,keybased,fake-token-1,jürgen@example.com\n',
  'copper,c,keybased," fake-token-2 ",fake@example.com\n',
];
const REJECTED = 'copper,b,keybased,,fake@example.com\n';
const CSV = `${HEADER}${ACCEPTED[0]}${REJECTED}${ACCEPTED[1]}`;
const UTF16 = Buffer.from(`\ufeff${CSV}`, 'utf16le');

async function open(page: Page, name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
  await page.locator('#file').setInputFiles(file);
}

/** A text in the result, not in the status for screen readers. */
const message = (page: Page, text: string) => page.locator('#file-results').getByText(text);

async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const causes = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem');

test('sums up a file by cause, with counts and first lines', async ({ page }) => {
  await openCheck(page);
  await open(page, 'customers.csv', CSV);
  await expect(causes(page, 'Rejected 1 row')).toHaveText([/1 row\s*Enter the API Key\.\s*line 3/]);
  await expect(causes(page, 'Accepted with hints 1 row')).toHaveText([/1 row\s*api_token: .*line 4.*can be repaired/s]);
  expect(
    await page.locator('code-editor').evaluate((editor) => (editor as HTMLElement & { value: string }).value),
  ).toBe('');
  await expect(page.locator('.counts')).toContainText(/Rows\s*3\s*Accepted\s*2\s*Rejected\s*1/);
  await expect(page.getByRole('status')).toHaveText('3 rows: 2 accepted, 1 rejected.');
});

for (const [what, name, content] of [
  ['UTF-8', 'customers.csv', CSV],
  ['UTF-16', 'customers.csv', UTF16],
  ['gzip', 'customers.csv.gz', gzipSync(CSV)],
  ['UTF-16 in gzip', 'customers.csv.gz', gzipSync(UTF16)],
] as const) {
  test(`downloads accepted, rejected and repaired rows of ${what}`, async ({ page }) => {
    await openCheck(page);
    await open(page, name, content);
    expect(await download(page, 'Download accepted rows')).toEqual({
      name: 'customers.accepted.csv',
      text: HEADER + ACCEPTED.join(''),
    });
    expect(await download(page, 'Download rejected rows with reasons')).toEqual({
      name: 'customers.rejected.csv',
      text: `auth_object_line,auth_object_help,${HEADER}3,Enter the API Key.,${REJECTED}`,
    });
    expect(await download(page, 'Download repaired rows')).toEqual({
      name: 'customers.repaired.csv',
      text: CSV.replace('" fake-token-2 "', 'fake-token-2'),
    });
    await expect(message(page, 'customers.repaired.csv has all rows, 1 of them repaired.')).toBeVisible();
  });
}

test('reports that no row can be repaired', async ({ page }) => {
  await openCheck(page);
  await open(page, 'customers.csv', HEADER + REJECTED);
  await page.getByRole('button', { name: 'Download repaired rows' }).click();
  await expect(message(page, 'No row can be repaired.')).toBeVisible();
});

test('a place of the page in the address, and the way back, keep the result', async ({ page }) => {
  await openCheck(page);
  await open(page, 'customers.csv', CSV);
  await expect(page.locator('.counts')).toBeVisible();
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await expect(page.locator('.counts')).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/#main$/);
  await expect(page.locator('.counts')).toBeVisible();
  expect((await download(page, 'Download accepted rows')).text).toBe(HEADER + ACCEPTED.join(''));
});

test('a file of one request goes into the editor, as far as the editor takes it', async ({ page }) => {
  await openCheck(page);
  const request = (length: number) => {
    const json = JSON.stringify({ slug: 'copper', auth_object: { keybased: { api_token: '' } } });
    return json.replace('""', `"${'x'.repeat(length - json.length)}"`);
  };
  await open(page, 'request.json', request(LONGEST_REQUEST));
  await expect(page.locator('#results')).toContainText('Enter the Email Address.');
  await page.screenshot({ path: '../target/www/screenshots/longest-request.png' });
  await page.locator('code-editor').getByRole('textbox').press('Control+Home');
  await page.keyboard.press('Delete');
  await expect(page.locator('#results')).toContainText('invalid_json');
  await open(page, 'request.json', request(LONGEST_REQUEST + 1));
  await expect(page.locator('.counts')).toContainText(/Rows\s*1/);
});

test('names with joiners, as in Persian and in emoji, are displayed as they are', async ({ page }) => {
  await openCheck(page);
  const name = 'داده\u200cها 👩\u200d💻';
  await open(page, `${name}.csv`, CSV);
  await expect(page.getByRole('heading', { name: `${name}.csv` })).toBeVisible();
  // Chromium itself replaces joiners in names of downloads.
  const saved = await download(page, 'Download accepted rows');
  expect(saved.name).toMatch(/^داده[_\u200c]ها 👩[_\u200d]💻\.accepted\.csv$/u);
  await page.screenshot({ path: '../target/www/screenshots/joiners.png' });
});

test('checks pasted NDJSON, likely rejections apart', async ({ page }) => {
  await openCheck(page);
  await paste(
    page,
    '{"slug":"gmail","auth_object":{"refresh_token":"fake-refresh-token"}}\n{"slug":"gmial","auth_object":{}}',
  );
  await expect(page.locator('.counts')).toContainText(/Rows\s*2\s*Accepted\s*1\s*Rejected\s*1/);
  await expect(causes(page, 'Likely rejected 1 row')).toHaveText([/Did you mean gmail\?/]);
});

test('notes columns that were read as others, and accounts', async ({ page }) => {
  await openCheck(page);
  const object = '"{""bot_token"":""fake-token""}"';
  const rows = ['', 'a', 'a'].map((account) => `slack;${account};${object}\n`);
  await open(page, 'customers.csv', `Slug;Linked Account Id;auth_object\n${rows.join('')}`);
  await expect(page.locator('#file-results .notes').getByRole('listitem')).toHaveText([
    'The column “Slug” was read as slug.',
    'The column “Linked Account Id” was read as linked_account_id.',
    '1 row (line 2) has no linked_account_id: each request needs one in its header.',
    '1 row (line 4) has the account and app of an earlier row, which would be overwritten.',
  ]);
});

test('reports what was checked of a damaged gzip file: all before the damage', async ({ page }) => {
  await openCheck(page);
  // So similar that the whole file is one piece for the browser's decompression.
  const packed = gzipSync(HEADER + REJECTED.repeat(20_000));
  const badChecksum = Buffer.from(packed);
  badChecksum.writeUInt32LE(1, packed.length - 8);
  for (const bytes of [badChecksum, Buffer.concat([packed, Buffer.from('and more than a checksum')])]) {
    await open(page, 'customers.csv.gz', bytes);
    await expect(message(page, 'Only its first 20,001 lines could be checked.')).toBeVisible();
    await expect(page.locator('.counts')).toContainText(/Rows\s*20,000/);
    await page.getByRole('button', { name: 'Clear' }).click();
  }
});

test('reports what is wrong with a file that is not rows, and takes its format', async ({ page }) => {
  await openCheck(page);
  await open(page, 'photo.png', Buffer.alloc(100_000, 0xfd));
  await expect(message(page, 'This file is not text')).toBeVisible();
  await open(page, 'rows.ndjson', 'Exported today\n{"slug":"slack","auth_object":{"bot_token":"fake-token"}}\n');
  await expect(page.locator('.counts')).toContainText(/Rows\s*2/);
  await open(page, 'rows.csv', 'app,token\nslack,fake-token\n');
  await expect(message(page, 'without a column "slug"')).toBeVisible();
  await page.getByLabel('Format').selectOption('NDJSON');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.locator('.counts')).toContainText(/Rows\s*2\s*Accepted\s*0/);
});

test('takes the encoding of a file', async ({ page }) => {
  await openCheck(page);
  await open(page, 'customers.csv', Buffer.from(CSV, 'latin1'));
  await expect(page.locator('.counts')).toContainText(/Accepted\s*1/);
  await page.getByLabel('Encoding').selectOption('windows-1252');
  await page.getByRole('button', { name: 'Check again' }).press('Enter');
  await expect(page.locator('.counts')).toContainText(/Accepted\s*2/);
  await expect(page.getByLabel('Encoding')).toBeHidden();
  expect((await download(page, 'Download accepted rows')).text).toBe(HEADER + ACCEPTED.join(''));
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
  await expect(page.getByText(/Checking: [\d]+%/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const pauses = await page.evaluate(async () => {
    const pauses: number[] = [];
    while (document.querySelector('progress') !== null) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 16));
      pauses.push(performance.now() - before);
    }
    return pauses.sort((a, b) => a - b);
  });
  // The longest one depends on what else the machine does.
  expect(pauses[Math.floor(pauses.length * 0.9)]).toBeLessThan(100);
  expect(pauses.at(-1)).toBeLessThan(1000);
  await expect(page.locator('.counts')).toContainText('1,000,000', { timeout: 150_000 });
  console.log(await page.getByText(/Checked in/).textContent());
});
