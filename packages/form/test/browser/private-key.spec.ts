/** The text area for a private key. */
import { expect, SFTP, test } from './fixtures.ts';

const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZQ==\n-----END PRIVATE KEY-----\n';

test('a key is masked, keeps its line breaks, and cannot be copied while it is masked', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  await form.field('pem_key').fill(KEY);
  await expect(form.field('pem_key')).toHaveValue(KEY);
  const security = () =>
    form.field('pem_key').evaluate((area) => getComputedStyle(area).getPropertyValue('-webkit-text-security'));
  expect(await security()).toBe('disc');
  const isCopied = () =>
    form
      .field('pem_key')
      .evaluate((area) => area.dispatchEvent(new ClipboardEvent('copy', { cancelable: true, bubbles: true })));
  expect(await isCopied()).toBe(false);
  await page.screenshot({ path: '../../target/form/screenshots/key.png' });
  await form.element.getByRole('button', { name: 'Show Private Key' }).click();
  expect(await security()).toBe('none');
  expect(await isCopied()).toBe(true);
  await form.fill({ host: SFTP.host, username: SFTP.username });
  await form.submit.click();
  await expect.poll(() => form.sent()).toMatchObject([{ auth_object: { keybased: { pem_key: KEY } } }]);
});

const drop = (name: string, content: string | number[]) => `
  const transfer = new DataTransfer();
  const content = ${JSON.stringify(content)};
  transfer.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], '${name}'));
  const area = document.querySelector('auth-object-form').shadowRoot.getElementById('field-pem_key');
  area.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }));
`;

test('a dropped file is taken with its line breaks', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  await page.evaluate(drop('id_ed25519', KEY.replaceAll('\n', '\r\n')));
  await expect(form.field('pem_key')).toHaveValue(KEY);
  expect(await page.evaluate('document.querySelector("auth-object-form").value.auth_object.keybased.pem_key')).toBe(
    KEY,
  );
});

test('a chosen file is taken', async ({ form }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  await form.element
    .locator('input[type=file]')
    .setInputFiles({ name: 'key.pem', mimeType: 'text/plain', buffer: Buffer.from(KEY) });
  await expect(form.field('pem_key')).toHaveValue(KEY);
});

test('a key file in Latin-1 is taken without its comments', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  const file = { name: 'key.pem', mimeType: 'text/plain', buffer: Buffer.from(`# Schlüssel\n${KEY}`, 'latin1') };
  await form.element.locator('input[type=file]').setInputFiles(file);
  await expect(form.field('pem_key')).toHaveValue(KEY);
  await page.screenshot({ path: '../../target/form/screenshots/key-latin1.png' });
});

test('a binary file is rejected', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.element.getByRole('radio', { name: 'Private key' }).check();
  await page.evaluate(drop('key.der', [48, 130, 0, 255]));
  await expect(form.problem('pem_key')).toContainText('This file is not a text file, or it is larger than 64 KiB.');
  await expect(form.field('pem_key')).toHaveValue('');
  await form.expectAccessible('key-binary');
  await form.field('pem_key').fill(KEY);
  await expect(form.problem('pem_key')).not.toContainText('text file');
});
