// The packed package in Chromium: all case files, workers, strict pages, pages without HTTPS, the slim entry.
import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { loadCases } from './cases-tools/load-cases.mjs';
import { resultOfPage, stopBrowser } from './harness/browser.mjs';
import { checkAll } from './harness/check-all.mjs';
import { PKG_TESTS } from './harness/paths.mjs';
import { project } from './harness/project.mjs';
import { withFolder } from './harness/serve.mjs';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SCRIPTS = ['cases-page', 'cases-worker', 'starts-worker', 'one', 'slim'];

describe('browsers', { timeout: 600_000 }, () => {
  let folder;

  before(async () => {
    const path = await project('browsers');
    folder = join(path, 'dist');
    await build({
      ...{ absWorkingDir: path, entryPoints: SCRIPTS.map((name) => `${name}.js`), outdir: folder },
      ...{ bundle: true, minify: true, format: 'esm', logLevel: 'warning' },
      alias: { '#all-cases': join(PKG_TESTS, 'harness/all-cases.mjs') },
    });
    for (const name of SCRIPTS) {
      const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="${name}.js"></script>`;
      await writeFile(join(folder, `${name}.html`), page);
    }
    await writeFile(join(folder, 'cases.json'), JSON.stringify(loadCases()));
    await copyFile(join(path, 'node_modules/auth-object/dist/auth_object.wasm'), join(folder, 'auth_object.wasm'));
  });

  after(stopBrowser);

  /** The result of a page, served with these headers under this host name. */
  async function said(name, { headers, host = '127.0.0.1' } = {}) {
    let text;
    await withFolder(
      folder,
      async (url) => {
        text = await resultOfPage(`${url.replace('127.0.0.1', host)}${name}.html`);
      },
      headers,
    );
    return text;
  }

  test('all case files, in a page', async () => checkAll(await said('cases-page')));

  test('all case files, in a web worker', async () => checkAll(await said('starts-worker')));

  test("a page whose policy allows 'wasm-unsafe-eval'", async () => {
    const headers = { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" };
    const { first } = JSON.parse(await said('one', { headers }));
    assert.equal(first.status, 401);
  });

  test('a page whose policy forbids WebAssembly: the error names what to allow', async () => {
    const headers = { 'content-security-policy': "script-src 'self'" };
    const { first, second } = JSON.parse(await said('one', { headers }));
    for (const { threw, message } of [first, second]) {
      assert.equal(threw, 'TypeError');
      assert.match(message, /'wasm-unsafe-eval'.*Content-Security-Policy/);
    }
    assert.match(first.cause, /WebAssembly|wasm/i);
  });

  test('a page that requires trusted types', async () => {
    const headers = {
      'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
    };
    const { first } = JSON.parse(await said('one', { headers }));
    assert.equal(first.status, 401);
  });

  test('a page without HTTPS: a fresh request_id, though crypto.randomUUID is missing', async () => {
    const { secure, randomUUID, first, second } = JSON.parse(await said('one', { host: 'insecure.test' }));
    assert.equal(secure, false);
    assert.equal(randomUUID, 'undefined');
    assert.match(first.requestId, UUID_V4);
    assert.match(second.requestId, UUID_V4);
    assert.notEqual(first.requestId, second.requestId);
  });

  test('the slim entry: a call before `init` throws, then `init` loads the file', async () => {
    const { early, apps } = JSON.parse(await said('slim'));
    assert.match(early, /^TypeError: .*init/);
    assert.ok(apps >= 205);
  });
});
