import { createRequire } from 'node:module';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What was typed as a secret in the tests: it must turn up nowhere. */
export const SECRET = 'fake-secret-5381';

/** A page with one form. */
export class FormPage {
  readonly element: Locator;
  readonly submit: Locator;
  readonly summary: Locator;
  /** Everything that the console showed. */
  readonly console: string[] = [];
  /** Every address that was asked for. */
  readonly requests: string[] = [];

  constructor(readonly page: Page) {
    this.element = page.locator('auth-object-form');
    this.submit = this.element.locator('[part=submit]');
    this.summary = this.element.locator('[part=summary]');
    page.on('console', (message) => this.console.push(message.text()));
    page.on('pageerror', (error) => this.console.push(`uncaught ${error}`));
    page.on('request', (request) => this.requests.push(`${request.url()} ${request.postData() ?? ''}`));
  }

  async open(query: string): Promise<void> {
    await this.page.goto(`/form.html?${query}`);
    await this.element.locator('[part=form]').waitFor();
  }

  field(name: string): Locator {
    return this.element.locator(`#field-${name}`);
  }

  problem(name: string): Locator {
    return this.element.locator(`#field-${name}-problem`);
  }

  async fill(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
  }

  events(): Promise<{ name: string; detail: Record<string, unknown> }[]> {
    return this.page.evaluate('window.events');
  }

  /** The requests that the page was handed. */
  async sent(): Promise<unknown[]> {
    return (await this.events()).filter(({ name }) => name === 'auth-object-submit').map(({ detail }) => detail);
  }

  /** What axe finds by the rules of WCAG 2.2 AA and its best practices. */
  async violations(): Promise<string[]> {
    if (!(await this.page.evaluate('"axe" in window'))) await this.page.addScriptTag({ path: axeFile });
    return this.page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
  }

  /** A picture among the artefacts, and axe's opinion. */
  async isFine(name: string): Promise<void> {
    await this.page.screenshot({ path: `../../target/form/screenshots/${name}.png`, fullPage: true });
    expect(await this.violations()).toEqual([]);
  }
}

export const test = base.extend<{ form: FormPage }>({
  form: async ({ page }, use) => {
    await use(new FormPage(page));
  },
});

export { expect };
