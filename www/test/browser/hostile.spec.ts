/** Pastes, links, files and structures by somebody who wants to run a script, mislead the reader or stop the page. */
import type { Page } from '@playwright/test';
import { clipboard, expect, openCheck, paste, test } from './open.ts';

const MARKUP = '<img src=x onerror="window.isRun=1"><script>window.isRun=1</script>';
const SECRET = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
const MISLEADING = 'a\u202eb\u200b';
const GOOD = '{"slug":"gmail","auth_object":{"refresh_token":"fake-refresh-token"}}';

const openFile = (page: Page, name: string, content: string) =>
  page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

/** Runs at the end of a visit: nothing ran, and the page still works. */
async function expectWorking(page: Page): Promise<void> {
  await paste(page, GOOD);
  await expect(page.locator('#results .verdict-title')).toHaveText('200 Accepted');
  expect(await page.evaluate('window.isRun')).toBeUndefined();
}

/** The page without the editor. */
const results = (page: Page) => page.locator('.check-output');

test('markup in names and values is text', async ({ page }) => {
  await openCheck(page);
  for (const text of [
    JSON.stringify({ slug: MARKUP, auth_object: { [MARKUP]: MARKUP } }),
    JSON.stringify({ slug: 'copper', auth_object: { keybased: { [MARKUP]: 1, api_token: MARKUP } } }),
    `curl -X '${MARKUP}' '${MARKUP}' -H '${MARKUP}: ${MARKUP}' -d '{"slug":"${MARKUP.replaceAll('"', '\\"')}"}'`,
    `fetch(${JSON.stringify(MARKUP)}, { method: a(${JSON.stringify(MARKUP)}), body: "{}" })`,
    `fetch("${MARKUP.replaceAll('"', "'")}`,
  ]) {
    await paste(page, text);
    await expect(page.locator('#results .verdict')).toBeVisible();
    await expect(page.locator('.check-output img, .check-output script')).toHaveCount(0);
  }
  const row = JSON.stringify({ slug: 'copper', auth_object: { keybased: { [MARKUP]: 1 } } });
  await openFile(page, `${MARKUP.replaceAll('/', '')}.ndjson`, `${row}\n${row}\n`);
  await expect(page.locator('.counts')).toBeVisible();
  await expect(page.locator('.check-output img, .check-output script')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expectWorking(page);
});

test('a text that is too deep or too long says so, and the page stays usable', async ({ page }) => {
  await openCheck(page);
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const long = 'x'.repeat(3_000_000);
  for (const [text, message] of [
    [`{"slug":"copper","auth_object":${deep}}`, 'nested too deeply'],
    [`curl -d '{"auth_object":${deep}}'`, 'nested too deeply'],
    [`fetch("x", { body: ${deep} })`, 'nested too deeply'],
    [long, 'too long for one request'],
    [`curl -d '{"slug":"${long}"}'`, 'too long for one request'],
  ] as const) {
    const before = Date.now();
    await paste(page, text);
    await expect(page.locator('#results')).toContainText(message);
    expect(Date.now() - before, message).toBeLessThan(15_000);
  }
  await page.screenshot({ path: '../target/www/screenshots/too-long.png' });
  await expectWorking(page);
  // The worker has limits of its own.
  await paste(page, `[${deep}]`);
  await expect(page.locator('.counts')).toContainText(/Rejected\s*1/);
  await expectWorking(page);
});

test('a request with thousands of problems shows the first ones', async ({ page }) => {
  await openCheck(page);
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`field_${at}`, at]));
  await paste(page, JSON.stringify({ slug: 'copper', auth_object: { keybased: fields } }, undefined, 1));
  await expect(page.getByText(/[\d,]+ more problems and hints are not shown\./)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem')).toHaveCount(100);
  await page.getByText(/more problems and hints/).scrollIntoViewIfNeeded();
  await page.screenshot({ path: '../target/www/screenshots/many-problems.png' });
  await expectWorking(page);
});

test('characters that mislead are escaped, in results, file names and copies', async ({ page }) => {
  await openCheck(page);
  await paste(page, `{"slug":"${MISLEADING}","auth_object":{"${MISLEADING}":"b"}}`);
  await expect(page.locator('#results .answer')).toContainText('a\\u202eb\\u200b');
  await expect(results(page)).not.toContainText(/[\u202e\u200b]/);
  const editor = page.locator('code-editor');
  await expect(editor).toContainText('{"slug":"a\\u202eb\\u200b","auth_object"');
  await expect(editor).not.toContainText(/[\u202e\u200b]/);
  await page.screenshot({ path: '../target/www/screenshots/misleading.png' });
  await paste(page, '{"slug":"a\u200db","auth_object":{"داده\u200cها":"👩\u200d💻"}}');
  await expect(editor).toContainText('{"slug":"a\\u200db","auth_object":{"داده\u200cها":"👩\u200d💻"}}');
  await paste(page, `{"slug":"${MISLEADING}","auth_object":{"${MISLEADING}":"b"}}`);
  await expect(editor).toContainText('{"slug":"a\\u202eb');
  await page.getByRole('button', { name: 'cURL', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain('"slug": "a\\u202eb\\u200b"');
  const rows = `slug,auth_object\n${MISLEADING},"{""a"":""b""}"\n`;
  await openFile(page, `rows${MISLEADING}.csv`, rows);
  await expect(page.getByRole('heading', { name: 'rowsa\\u202eb\\u200b.csv' })).toBeVisible();
  await expect(page.locator('.counts')).toBeVisible();
  await expect(results(page)).not.toContainText(/[\u202e\u200b]/);
  await page.screenshot({ path: '../target/www/screenshots/misleading-file.png' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download rejected rows with reasons' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('rowsa_u202eb_u200b.rejected.csv');
});

test('a long name does not widen the page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openCheck(page);
  const name = 'x'.repeat(200);
  await openFile(page, `${name}.csv`, `slug,${name}\n${name},a\ncopper,b\n`);
  await expect(page.locator('.counts')).toBeVisible();
  await page.screenshot({ path: '../target/www/screenshots/long-name.png', fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a secret in the place of a slug, a field or a column is not shown, kept or shared', async ({ page }) => {
  await openCheck(page);
  const title = await page.title();
  for (const body of [
    { slug: SECRET, auth_object: { keybased: { [SECRET]: SECRET } } },
    { slug: 'copper', auth_object: { [SECRET]: { [SECRET]: SECRET } } },
    { slug: 'copper', auth_object: { keybased: { [SECRET]: ` ${SECRET} `, api_token: `Bearer ${SECRET}` } } },
    { slug: 'copper', auth_object: SECRET },
  ]) {
    await paste(page, JSON.stringify(body));
    await expect(page.locator('#results .verdict')).toBeVisible();
    await expect(results(page)).not.toContainText(SECRET);
    await page.getByRole('button', { name: 'Share…' }).click();
    expect(await page.locator('#share-link').textContent()).not.toContain(SECRET);
    await page.getByRole('button', { name: 'Close' }).click();
  }
  const code = `fetch("x", { headers: { "x-api-key": keyOf("${SECRET}") }, body: JSON.stringify({ slug: "copper", auth_object: { api_token: a || "${SECRET}" } }) })`;
  await paste(page, code);
  await expect(page.locator('.notes')).toContainText('keyOf("…")');
  await expect(results(page)).not.toContainText(SECRET);
  await openFile(page, 'rows.csv', `slug,api_token,${SECRET}\n${SECRET},${SECRET},${SECRET}\ncopper,b,${SECRET}\n`);
  await expect(page.locator('.counts')).toBeVisible();
  await expect(results(page)).not.toContainText(SECRET);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  for (const text of [kept, page.url(), await page.title()]) expect(text).not.toContain(SECRET);
  expect(await page.title()).toBe(title);
});

test('a link with anything in it opens', async ({ page }) => {
  for (const hash of [
    '#slug=copper&__proto__.x=text&constructor=text&type=__proto__&auth_object=constructor',
    `#slug=copper&${encodeURIComponent(MARKUP)}=text&a.${encodeURIComponent(MARKUP)}=text&type=${encodeURIComponent(MARKUP)}`,
    `#slug=${encodeURIComponent(MARKUP)}`,
    `#slug=copper${'&keybased.a=text&b=text'.repeat(10_000)}`,
    '#slug=%E0%A4%A&a=%',
  ]) {
    await openCheck(page, hash);
    await expect(page.locator('#results .verdict')).toBeVisible();
    expect(await page.evaluate('window.isRun')).toBeUndefined();
    await page.goto('about:blank');
  }
});

test('an auth structure with anything in it becomes a form or a message', async ({ page }) => {
  await page.goto('/apps/copper/');
  const use = async (structure: string) => {
    await page.getByLabel('Auth structure of copper').fill(structure);
    await page.getByRole('button', { name: 'Use it' }).click();
  };
  await use(`{"keybased":{"${SECRET}":"${SECRET}"}}`);
  await expect(page.locator('#structure-status')).toContainText('[hidden]');
  await use('null');
  await expect(page.locator('#structure-status')).not.toBeEmpty();
  const names = [MARKUP, MISLEADING, 'awsAccessKeyId', '__proto__', 'constructor', 'two words', 'x'.repeat(300)];
  await use(JSON.stringify({ keybased: Object.fromEntries(names.map((name) => [name, 'string'])) }));
  const form = page.locator('auth-object-form');
  await expect(form.locator('[part=field]')).toHaveCount(names.length);
  await expect(form.locator('img, script')).toHaveCount(0);
  await expect(form).not.toContainText(/[\u202e\u200b]|hidden/);
  await form.getByRole('button', { name: /Connect/ }).click();
  await expect(form.locator('[part=summary] li')).toHaveCount(names.length);
  await form.screenshot({ path: '../target/www/screenshots/hostile-form.png' });
  for (const control of await form.getByRole('textbox').all()) await control.fill('fake-value-1');
  await form.getByRole('button', { name: /Connect|Send/ }).click();
  await expect(page.locator('#form-verdict')).toHaveText('200 Accepted');
  expect(await page.evaluate('window.isRun')).toBeUndefined();
});

test('Try it shows the names of a call safely', async ({ page }) => {
  await page.goto('/try/');
  await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
  const address = 'https://app.refold.ai/api/v2/public';
  const send = async (text: string, status: string) => {
    await paste(page, text);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.locator('#try-answer .verdict-title')).toContainText(status);
  };
  for (const account of [MARKUP, MISLEADING, SECRET, '__proto__']) {
    const body = JSON.stringify({ linked_account_id: account, name: account }).replaceAll("'", "'\\''");
    await send(
      `curl -X POST ${address}/linked-account -H 'x-api-key: tk-fake' -H 'Content-Type: application/json' -d '${body}'`,
      '2',
    );
  }
  const state = page.locator('.try-state');
  await expect(state).toContainText('a\\u202eb\\u200b');
  await expect(state).toContainText('__proto__');
  await expect(state.locator('img, script')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText(/[\u202e\u200b]/);
  await page.screenshot({ path: '../target/www/screenshots/hostile-try.png', fullPage: true });
  await send(`curl ${address}/linked-account -H $'x-api-key: ${SECRET}\\u0416'`, 'Cannot send');
  await expect(page.locator('#try-answer')).not.toContainText(SECRET);
  await send(`curl -X TRACE ${address}/linked-account`, 'Cannot send');
});

test('what another page of the origin left in the storage is ignored', async ({ page }) => {
  await page.goto('/docs/');
  await page.evaluate(() => {
    for (const [slug, structure] of [
      ['copper', '{'],
      ['slack', '{"keybased":{"a":5}}'],
      ['__proto__', '{"keybased":{"a":"string"}}'],
      ['', '{"keybased":{"a":"string"}}'],
    ])
      sessionStorage.setItem(`auth-structure:${slug}`, structure as string);
  });
  for (const slug of ['copper', 'slack']) {
    await page.goto(`/apps/${slug}/`);
    await expect(page.locator('auth-object-form [part=form]')).toBeVisible();
    await expect(page.locator('#structure-form')).toBeVisible();
  }
  await page.goto('/try/');
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  await openCheck(page);
  await expectWorking(page);
});
