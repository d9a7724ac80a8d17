/** Languages, directions, sizes, styles, and a strict Content-Security-Policy. */
import { expect, test } from './fixtures.ts';

test('right to left', async ({ form, page }) => {
  await form.open('slug=shopify&dir=rtl');
  const [label, base] = [form.element.locator('#field-store_name-label'), form.element.locator('[part=base]').first()];
  const right = async (one: typeof label) => one.evaluate((node) => Math.round(node.getBoundingClientRect().right));
  expect(await right(label)).toBe(await right(base));
  await expect(base).toHaveCSS('direction', 'ltr');
  const toggle = await form.element.locator('[part=toggle]').first().boundingBox();
  const input = await form.field('access_token').boundingBox();
  expect(toggle?.x).toBeLessThan(input?.x ?? 0);
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.expectAccessible('shopify-rtl');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('German, from the language of the page', async ({ form }) => {
  await form.open('slug=sftp&lang=de-CH');
  await form.submit.click();
  await expect(form.summary).toContainText('Bitte korrigieren');
  await expect(form.element.getByRole('radio', { name: 'Privater Schlüssel' })).toBeVisible();
  await form.expectAccessible('sftp-de');
});

test('narrow pages show everything without scrolling sideways', async ({ form, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await form.open('slug=snowflake');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.expectAccessible('snowflake-narrow');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('parts and custom properties style it', async ({ form, page }) => {
  await form.open('slug=sftp');
  await page.addStyleTag({
    content:
      'auth-object-form { --auth-object-accent: rgb(0, 128, 0); } auth-object-form::part(label) { text-transform: uppercase; }',
  });
  await expect(form.submit).toHaveCSS('background-color', 'rgb(0, 128, 0)');
  await expect(form.element.locator('#field-host-label')).toHaveCSS('text-transform', 'uppercase');
});

test('the element works under a policy that forbids inline styles and scripts', async ({ form, page }) => {
  await page.route('**/form.html*', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await form.open('slug=sftp');
  await expect(form.element.locator('[part=base]').first()).toHaveCSS('display', 'flex');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
});
