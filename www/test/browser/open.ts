/** Opens pages, and fails on what no page may do: errors, violations of its policy. */
import { test as base, expect, type Page } from '@playwright/test';

export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await use(faults);
      expect(faults).toEqual([]);
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

/** Replaces what is in the editor, as a paste. */
export async function paste(page: Page, text: string): Promise<void> {
  const editor = page.locator('code-editor').getByRole('textbox');
  await editor.focus();
  await page.keyboard.press('Control+A');
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+V');
}

export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
