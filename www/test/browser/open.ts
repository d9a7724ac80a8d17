/** Opens pages, and fails on errors and warnings in the console, such as violations of the policy. */
import { test as base, expect, type Page } from '@playwright/test';

export const test = base.extend<{ errors: string[] }>({
  errors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens Check and waits for the editor. */
export async function openCheck(page: Page, hash = ''): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(page.locator('code-editor')).toHaveAttribute('data-editor', 'codemirror');
}

/** Replaces the text in the editor by a paste. */
export async function paste(page: Page, text: string): Promise<void> {
  const editor = page.locator('code-editor').getByRole('textbox');
  await editor.focus();
  await page.keyboard.press('Control+A');
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+V');
}

export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
