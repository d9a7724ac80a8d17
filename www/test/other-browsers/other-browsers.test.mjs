// Check and an app's page in Firefox and WebKit. `ONLY=webkit` runs one browser.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { requestedBrowsers, startBrowser } from '@auth-object/testing/browsers';
import { preview } from 'astro';

const PORT = 4574;
/** The longest time until the page reacts. */
const WAIT_MS = 20_000;

let server;
before(async () => {
  server = await preview({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    server: { port: PORT },
    logLevel: 'error',
  });
});
after(() => server.stop());

for (const name of requestedBrowsers()) {
  describe(name, { timeout: 120_000 }, () => {
    let driver;
    let end;
    before(async () => {
      ({ driver, end } = await startBrowser(name));
    });
    after(() => end?.());

    const open = (path) => driver.get(`http://localhost:${server.port}${path}`);
    const run = (script, ...args) => driver.executeScript(script, ...args);
    const until = (what, script, ...args) => driver.wait(() => run(script, ...args), WAIT_MS, what);
    const press = (label) =>
      run(
        '[...document.querySelectorAll("button")].find((one) => one.textContent.trim().startsWith(arguments[0])).click()',
        label,
      );
    const verdict = 'return document.querySelector(".verdict-title")?.textContent.replace(/\\s+/g, " ").trim()';

    test('Check: diagnose, fix, undo, mark', async () => {
      await open('/');
      await until('the page is ready', 'return document.documentElement.dataset.ready === ""');
      assert.equal(await run(verdict), '400 Rejected');
      await until(
        'the editor is there',
        'return document.querySelector("code-editor").dataset.editor === "codemirror"',
      );
      await until(
        'the text is marked',
        'return document.querySelector("code-editor").shadowRoot.querySelector(".cm-lintRange-error") !== null',
      );
      // Styled in the shadow root, in spite of the policy.
      assert.equal(
        await run(
          'return getComputedStyle(document.querySelector("code-editor").shadowRoot.querySelector(".cm-editor")).display',
        ),
        'flex',
      );
      await press('Fix all');
      await until('the request is fixed', `${verdict} === "200 Accepted"`);
      await press('Undo');
      await until('the fix is undone', `${verdict} === "400 Rejected"`);
    });

    test('Check: a file in the worker', async () => {
      await open('/');
      await until('the page is ready', 'return document.documentElement.dataset.ready === ""');
      await run(`
        const row = '{"slug":"copper","auth_object":{"keybased":{"api_token":"fake-token-1"}}}\\n';
        const data = new DataTransfer();
        data.items.add(new File([row.repeat(1000)], 'rows.ndjson'));
        const input = document.getElementById('file');
        input.files = data.files;
        input.dispatchEvent(new Event('change'));`);
      await until(
        'the file is checked',
        'return /Rejected\\s*1,000/.test(document.querySelector(".counts")?.textContent ?? "")',
      );
    });

    test('Check: a gzip file of UTF-16, and its rejected rows', async () => {
      await open('/');
      await until('the page is ready', 'return document.documentElement.dataset.ready === ""');
      const csv = `slug;api_token;email\ncopper;fake-token-1;\n${'copper;fake-token-2;fake@example.com\n'.repeat(999)}`;
      const packed = gzipSync(Buffer.from(`\ufeff${csv}`, 'utf16le')).toString('base64');
      await run(
        `
        const bytes = Uint8Array.from(atob(arguments[0]), (character) => character.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'rows.csv.gz'));
        const input = document.getElementById('file');
        input.files = data.files;
        input.dispatchEvent(new Event('change'));`,
        packed,
      );
      await until(
        'the file is checked',
        'return /Rows\\s*1,000\\s*Accepted\\s*999/.test(document.querySelector(".counts")?.textContent ?? "")',
      );
      await press('Download rejected rows');
      await until(
        'the rows are saved',
        'return document.getElementById("file-results").textContent.includes("rows.rejected.csv is saved.")',
      );
    });

    test("an app's page: the form says what is missing", async () => {
      await open('/apps/netsuite/');
      await until(
        'the form is drawn',
        'return document.querySelector("auth-object-form").shadowRoot?.querySelector("[part=submit]") != null',
      );
      await run('document.querySelector("auth-object-form").shadowRoot.querySelector("[part=submit]").click()');
      await until(
        'the form says it',
        'return document.querySelector("auth-object-form").shadowRoot.textContent.includes("Enter the Account ID.")',
      );
      assert.ok(await run('return document.documentElement.scrollWidth <= innerWidth'));
    });
  });
}
