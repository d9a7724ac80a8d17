/** The element in a form of the page. */
import { expect, SECRET, SFTP, test } from './fixtures.ts';

test('a complete form is sent, with the request as its entry in FormData', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await expect(form.submit).toHaveCount(0);
  await form.fill(SFTP);
  const entries = await page.evaluate('[...new FormData(document.forms[0])]');
  expect(entries).toEqual([
    ['other', '1'],
    ['credentials', JSON.stringify({ slug: 'sftp', auth_object: { keybased: SFTP } })],
  ]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('body')).toContainText('sent other=1&credentials=%7B%22slug%22%3A%22sftp%22');
});

test('an empty form is held, and the summary gets the focus', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(form.summary).toBeFocused();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(form.summary).toBeFocused();
  await form.fill(SFTP);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('body')).toContainText('sent other=1');
});

test('Enter sends it', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await form.fill(SFTP);
  await form.field('host').press('Enter');
  await expect(page.locator('body')).toContainText('sent other=1');
});

test('a warning that was shown before does not hold the submit', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await form.fill({ host: SFTP.host, username: ' reports' });
  await form.field('password').fill(SECRET);
  await page.getByRole('button', { name: 'Save' }).click();
  // The fix was offered when the field was left.
  await expect(page.locator('body')).toContainText('sent other=1');
});

test('a form is valid when it is complete', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  expect(await page.evaluate('document.forms[0].checkValidity()')).toBe(false);
  await expect(form.summary).toHaveCount(0);
  expect(await page.evaluate('document.querySelector("auth-object-form").validity.valueMissing')).toBe(true);
  await form.fill(SFTP);
  expect(await page.evaluate('document.forms[0].checkValidity()')).toBe(true);
});

test('reset empties the fields and hides visible secrets', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await form.fill(SFTP);
  await form.element.getByRole('button', { name: 'Show Password' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  for (const name of Object.keys(SFTP)) await expect(form.field(name)).toHaveValue('');
  await expect(form.field('password')).toHaveAttribute('type', 'password');
});

test('a disabled fieldset disables the element', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await page.evaluate('document.querySelector("fieldset").disabled = true');
  await expect(form.field('host')).toBeDisabled();
  await expect(form.element.getByRole('radio').first()).toBeDisabled();
  expect(await page.evaluate('[...new FormData(document.forms[0])]')).toEqual([]);
  await form.expectAccessible('disabled');
});

test('two elements in one form are both checked before it is sent', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await page.evaluate(() => {
    document.forms[0]?.firstElementChild?.insertAdjacentHTML(
      'beforeend',
      '<auth-object-form slug="sftp" name="second"></auth-object-form>',
    );
  });
  for (const element of await page.locator('auth-object-form').all()) {
    for (const [name, value] of Object.entries(SFTP)) await element.locator(`#field-${name}`).fill(value);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('body')).toContainText(/sent other=1&credentials=.*&second=/);
});

test('reset restores the first values, also before the first render', async ({ form, page }) => {
  await form.open(`slug=sftp&values=${encodeURIComponent('{"host":"first.example.org"}')}`);
  await form.field('host').fill('other.example.org');
  await page.evaluate('document.querySelector("auth-object-form").reset()');
  await expect(form.field('host')).toHaveValue('first.example.org');
  await page.evaluate(() => {
    const outer = document.createElement('form');
    outer.innerHTML = '<auth-object-form slug="sftp" name="x"></auth-object-form>';
    document.body.append(outer);
    outer.reset();
  });
  await expect(page.locator('auth-object-form').nth(1).locator('[part=form]')).toBeVisible();
});
