// The examples for pages, in Chromium.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { withPage } from '../harness/browser.mjs';
import { withFolder } from '../harness/serve.mjs';

const SFTP = { host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };
const COPPER = { api_token: 'fake-api-token', email: 'fake@example.com' };
const request = (slug, keybased) => ({ slug, auth_object: { keybased } });

/** The form that the library's example expects on the page. */
const FORM = `<form>
  <input name="host"><input name="port"><input name="username"><input name="password" type="password">
  <textarea name="pem_key"></textarea><input name="pem_key_passphrase"><button>Save</button>
</form>`;

/** Bundles a script, opens it in a page with this HTML, and collects what is sent to a path that ends in /connect. */
async function open(folder, name, html, script, use) {
  const dist = join(folder, name);
  await mkdir(dist, { recursive: true });
  await writeFile(join(folder, `${name}.ts`), script);
  await build({
    ...{ absWorkingDir: folder, entryPoints: [`${name}.ts`], outdir: dist, bundle: true, format: 'esm' },
    ...{ splitting: true, logLevel: 'warning' },
  });
  const head = `<!doctype html><meta charset="utf-8"><title>${name}</title>`;
  await writeFile(join(dist, 'index.html'), `${head}\n${html}\n<script type="module" src="${name}.js"></script>`);
  await withFolder(dist, (url) =>
    withPage(url, async (page) => {
      const sent = [];
      await page.route('**/connect', async (route) => {
        sent.push(route.request().postDataJSON());
        await route.fulfill({ json: { success: true, message: 'Token migrated successfully' } });
      });
      await use(page, sent);
    }),
  );
}

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value);
}

/** The library's example: the browser's own messages, and the request of a complete form. */
export async function checkOwnForm(folder, code) {
  await open(folder, 'own-form', FORM, code, async (page, sent) => {
    const invalid = () =>
      page.locator(':is(input, textarea):invalid').evaluateAll((all) => all.map(({ name }) => name));
    await page.getByRole('button').click();
    assert.deepEqual([await invalid(), sent], [Object.keys(SFTP), []]);
    await fill(page, SFTP);
    assert.deepEqual(await invalid(), []);
    await page.getByRole('button').click();
    await page.waitForTimeout(100);
    assert.deepEqual(sent, [request('sftp', SFTP)]);
  });
}

/** The example of the form: empty, then complete. */
export async function checkElement(folder, code) {
  const [, script] = /<script type="module">([\s\S]*)<\/script>/.exec(code);
  await open(folder, 'element', code.replace(/<script[\s\S]*<\/script>/, ''), script, async (page, sent) => {
    const button = page.getByRole('button', { name: 'Connect Copper' });
    await button.click();
    await page.getByText('Enter the Email Address.').first().waitFor();
    assert.deepEqual(sent, []);
    await fill(page, COPPER);
    await button.click();
    await page.getByText('Copper is connected.').waitFor();
    assert.deepEqual(sent, [request('copper', COPPER)]);
  });
}
