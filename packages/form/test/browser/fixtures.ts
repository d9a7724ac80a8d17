/** A page with one form, as the browser tests use it. */
import { createRequire } from 'node:module';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A value that must appear nowhere but in the request. */
export const SECRET = 'fake-secret-5381';
/** A complete form for SFTP. */
export const SFTP = { host: 'sftp.example.org', username: 'reports', password: SECRET };

export class FormPage {
  readonly page: Page;
  readonly element: Locator;
  readonly submit: Locator;
  readonly summary: Locator;
  /** All messages of the console, and uncaught errors. */
  readonly console: string[] = [];
  /** The address and the body of each HTTP request. */
  readonly requests: string[] = [];

  constructor(page: Page) {
    this.page = page;
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

  /** The requests that the element gave to the page. */
  async sent(): Promise<unknown[]> {
    return (await this.events()).filter(({ name }) => name === 'auth-object-submit').map(({ detail }) => detail);
  }

  /** Violations of WCAG 2.2 AA and of the best practices of axe. */
  async violations(): Promise<string[]> {
    if (!(await this.page.evaluate('"axe" in window'))) await this.page.addScriptTag({ path: axeFile });
    return this.page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
  }

  /** Takes a screenshot, and expects no violation of accessibility rules. */
  async expectAccessible(name: string): Promise<void> {
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
