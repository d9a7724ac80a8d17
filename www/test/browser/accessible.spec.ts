import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './open.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = {
  check: '/',
  apps: '/apps/',
  app: '/apps/netsuite/',
  likely: '/apps/stripe/',
  rules: '/rules/',
  rule: '/rules/keybased_fields/',
  hint: '/hints/auth_prefix/',
  docs: '/docs/',
  document: '/docs/check/',
  introduction: '/docs/introduction/',
  try: '/try/',
  missing: '/404.html',
};
/** A CSV file with every kind of row, and one that is not UTF-8. */
const ROWS = Buffer.from(
  'Slug;linked_account_id;auth_type;api_token;email\ncopper;a;keybased;fake-token-1;\ngmial;b;oauth2;;\ncopper;;keybased; fake-token-2;fake@example.com\ncopper;c;keybased;fake-token-3;jürgen@example.com\n',
  'latin1',
);
const WIDTHS = { phone: 360, desk: 1440 };

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`${name} is accessible and looks as it should, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const [device, width] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        if (await page.locator('code-editor').count())
          await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
        await page.screenshot({ path: `artefacts/${name}-${device}-${scheme}.png`, fullPage: true });
      }
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test(`a checked file is accessible and looks as it should, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/');
    await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
    await page.locator('#file').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: ROWS });
    await expect(page.getByRole('list', { name: /^Likely rejected/ })).toBeVisible();
    await expect(page.getByLabel('Encoding')).toBeVisible();
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `artefacts/file-${device}-${scheme}.png`, fullPage: true });
      const hasRoom = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      expect(hasRoom, `${device} scrolls down only`).toBe(true);
    }
    expect(await violations(page)).toEqual([]);
  });
}

/** Violations of accessibility. */
async function violations(page: Page): Promise<string[]> {
  // Through the protocol, which the page's policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // biome-ignore lint/suspicious/noExplicitAny: axe sets a global.
    const { violations } = await (globalThis as any).axe.run({ runOnly: tags });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
        `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
}

test('prints the result without buttons', async ({ page }) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.verdict')).toBeVisible();
  await expect(page.getByRole('button', { name: 'cURL', exact: true })).toBeHidden();
});
