import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
      // Through the protocol, which the page's policy does not bind.
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        // biome-ignore lint/suspicious/noExplicitAny: axe sets a global.
        const { violations } = await (globalThis as any).axe.run({ runOnly: tags });
        return violations.map(
          ({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
            `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
      });
      expect(violations).toEqual([]);
    });
  }
}

test('prints the result without buttons', async ({ page }) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.verdict')).toBeVisible();
  await expect(page.getByRole('button', { name: 'cURL', exact: true })).toBeHidden();
});
