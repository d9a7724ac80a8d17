/** The form by keyboard alone. */
import { expect, SECRET, SFTP, test } from './fixtures.ts';

test('by keyboard alone', async ({ form, page }) => {
  await form.open('slug=sftp');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab', 'ArrowRight');
  await expect(form.element.getByRole('radio', { name: 'Private key' })).toBeChecked();
  await press('ArrowLeft', 'Tab');
  await expect(form.field('host')).toBeFocused();
  await page.keyboard.type(SFTP.host);
  await press('Tab', 'Tab');
  await page.keyboard.type(SFTP.username);
  await press('Tab');
  await page.keyboard.type(SECRET);
  await press('Tab');
  await expect(form.element.getByRole('button', { name: 'Show Password' })).toBeFocused();
  await press('Space');
  await expect(form.field('password')).toHaveAttribute('type', 'text');
  await press('Shift+Tab', 'Enter');
  await expect.poll(() => form.sent()).toHaveLength(1);
  await expect(form.field('password')).toHaveAttribute('type', 'password');
});

test('Enter in an empty form leads to the summary, and from there to the field', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.field('host').press('Enter');
  await expect(form.summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form.field('host')).toBeFocused();
});
