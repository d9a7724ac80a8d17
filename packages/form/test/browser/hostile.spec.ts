/** Live auth structures, values and key files by somebody who wants to mislead the person or to stop the form. */
import { expect, SFTP, test } from './fixtures.ts';

const MARKUP = '<img src=x onerror="window.isRun=1"><script>window.isRun=1</script>';
const LONG = 'x'.repeat(300);
const NAMES = [MARKUP, 'a\u202eb\u200b', '__proto__', 'constructor', 'toString', 'two words', LONG, 'awsAccessKeyId'];

test('a live structure may have any names: each field works and has its description', async ({ form, page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await form.open('slug=sftp');
  await page.evaluate((names) => {
    const structure = { keybased: Object.fromEntries(names.map((name) => [name, 'string'])) };
    const element = Object.assign(document.createElement('auth-object-form'), { slug: 'acme_internal_crm_20240115' });
    Object.assign(element, { schemas: { acme_internal_crm_20240115: structure } });
    const { events } = window as unknown as { events: object[] };
    element.addEventListener('auth-object-submit', ({ type, detail }) => events.push({ name: type, detail }));
    document.querySelector('auth-object-form')?.replaceWith(element);
  }, NAMES);
  const controls = form.element.getByRole('textbox');
  await expect(controls).toHaveCount(NAMES.length);
  for (const control of await controls.all()) await expect(control).toHaveValue('');
  await form.submit.click();
  await expect(form.summary.getByRole('link')).toHaveCount(NAMES.length);
  await expect(form.element.getByLabel('Two words')).toHaveAccessibleDescription('Error: Enter the Two words.');
  await form.summary.getByRole('link', { name: 'Two words' }).click();
  await expect(form.element.getByLabel('Two words')).toBeFocused();
  await expect(form.element.locator('img, script')).toHaveCount(0);
  await expect(form.element).not.toContainText(/[\u202e\u200b]|hidden/);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await form.expectAccessible('hostile-names');
  for (const control of await controls.all()) await control.fill('fake-value-1');
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  // Playwright would lose `__proto__`.
  const sent = String(await page.evaluate('JSON.stringify(window.events.at(-1).detail.auth_object)'));
  const fields = Object.fromEntries(NAMES.map((name) => [name, 'fake-value-1']));
  expect(sent).toBe(JSON.stringify({ keybased: fields }));
  expect(await page.evaluate('window.isRun')).toBeUndefined();
});

test('an unknown app is named without markup, control characters and secrets', async ({ form, page }) => {
  const secret = ['fake', 'live', 'Zq7Xw2Rt9Lp4Ks8Vb3Nm6Hd1'].join('_');
  await form.open('slug=sftp');
  for (const [slug, shown] of [
    [MARKUP, '“'],
    ['a\u202eb', '“a\\u202eb”'],
    [secret, '“[hidden]”'],
    ['constructor', '“constructor”'],
  ]) {
    await form.element.evaluate((element, value) => Object.assign(element, { slug: value }), slug);
    await expect(form.element.getByRole('alert')).toContainText(`There is no form for ${shown}`);
  }
  await expect(form.element.locator('img, script')).toHaveCount(0);
  await page.screenshot({ path: '../../target/form/screenshots/unknown-app.png' });
});

test('megabytes in a field are checked, and the form stays responsive', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.fill({ host: SFTP.host, username: SFTP.username });
  const before = Date.now();
  await form.field('password').evaluate((input: HTMLInputElement) => {
    input.value = 'x'.repeat(5_000_000);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await form.submit.click();
  await expect.poll(() => page.evaluate('window.events.length')).toBeGreaterThan(0);
  await form.field('password').fill(SFTP.password);
  await form.submit.click();
  await expect.poll(async () => (await form.sent()).length).toBeGreaterThan(0);
  expect(Date.now() - before).toBeLessThan(30_000);
});

test('a key file that is too large or has control characters is not text', async ({ form }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  for (const content of ['x'.repeat(65_537), '-----BEGIN\0', '\ufffd']) {
    const file = { name: `${MARKUP.replaceAll('/', '')}.pem`, mimeType: 'text/plain', buffer: Buffer.from(content) };
    await form.element.locator('input[type=file]').setInputFiles(file);
    await expect(form.problem('pem_key')).toContainText('This file is not a text file, or it is larger than 64 KiB.');
    await expect(form.field('pem_key')).toHaveValue('');
  }
  await expect(form.element.locator('img, script')).toHaveCount(0);
});
