/** What a field shows before the first submit, and how its parts are linked. */
import { expect, SECRET, test } from './fixtures.ts';

test('leaving an empty field shows no problem', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.field('host').focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press('Tab');
  await expect(form.element.locator('.problem.error, .problem.warning')).toHaveCount(0);
});

test('leaving a field offers to fix a slip: the offer is read out and moves little', async ({ form, page }) => {
  await form.open('slug=sftp');
  const height = (await form.element.boundingBox())?.height;
  await form.field('username').fill(' reports ');
  await expect(form.problem('username')).toHaveText('');
  await page.keyboard.press('Tab');
  const fix = form.problem('username').getByRole('button', { name: 'Fix Username' });
  await expect(fix).toBeVisible();
  await expect(form.element.getByRole('status')).toContainText(/space/);
  await form.expectAccessible('sftp-offer');
  expect(Math.abs(((await form.element.boundingBox())?.height ?? 0) - (height ?? 0))).toBeLessThan(48);
  await fix.click();
  await expect(form.field('username')).toHaveValue('reports');
  await expect(form.field('username')).toBeFocused();
  await expect(form.problem('username')).toHaveText('');
  await expect(form.element.getByRole('status')).toHaveText('Username is fixed.');
});

test('Show and Hide announce their effect', async ({ form }) => {
  await form.open('slug=sftp');
  await form.field('password').fill(SECRET);
  await form.element.getByRole('button', { name: 'Show Password' }).click();
  await expect(form.field('password')).toHaveAttribute('type', 'text');
  await expect(form.element.getByRole('status')).toHaveText('Password is visible.');
  await form.element.getByRole('button', { name: 'Hide Password' }).click();
  await expect(form.field('password')).toHaveAttribute('type', 'password');
  await expect(form.field('password')).toHaveValue(SECRET);
});

test('password managers are asked to leave the fields alone', async ({ form }) => {
  await form.open('slug=sftp');
  for (const name of ['username', 'password']) {
    for (const attribute of [
      'data-1p-ignore',
      'data-lpignore',
      'data-bwignore',
      'data-form-type',
      'data-protonpass-ignore',
    ]) {
      await expect(form.field(name)).toHaveAttribute(attribute, /.*/);
    }
  }
  await expect(form.field('password')).toHaveAttribute('autocomplete', 'new-password');
  await expect(form.field('password')).toHaveAttribute('spellcheck', 'false');
  await expect(form.field('username')).toHaveAttribute('autocomplete', 'off');
});

test('labels, descriptions and affixes are linked', async ({ form }) => {
  await form.open('slug=shopify');
  const store = form.element.getByLabel('Store Name', { exact: true });
  await expect(store).toHaveAttribute('name', 'store_name');
  await expect(store).toHaveAccessibleDescription(
    /The first part of the store’s address.*https:\/\/.*\.myshopify\.com/,
  );
  await expect(store).toHaveAttribute('aria-required', 'true');
});

test('another auth type keeps shared values and shows no problems', async ({ form }) => {
  await form.open('slug=netsuite');
  await form.field('account_id').fill('1234567');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.element.getByRole('radio', { name: 'OAuth 2.0' }).check();
  await expect(form.field('account_id')).toHaveValue('1234567');
  await expect(form.summary).toHaveCount(0);
  await expect(form.element.locator('.problem.error, .problem.warning')).toHaveCount(0);
});
