// The form in the projects of its users: each folder of form/ installs the packed packages, is built, and is used in
// Chromium. `ONLY=vue node --test form.test.mjs` runs one of them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { stopBrowser, withPage } from './harness/browser.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';
import { withFolder } from './harness/serve.mjs';

const NETSUITE = {
  account_id: '1234567_SB1',
  consumer_key: 'a1'.repeat(32),
  consumer_secret: 'b2'.repeat(32),
  token_id: 'c3'.repeat(32),
  token_secret: 'd4'.repeat(32),
};
const MYSQL = { host: 'db.example.com', database: 'fake_db', user: 'fake-user', password: 'fake-password' };
const SFTP = { host: 'sftp.example.com', username: 'fake-user', password: 'fake-password' };

const only = process.env.ONLY?.split(',');

/** Tests the built project of a folder of form/. */
function sample(name, use) {
  const isSkipped = only !== undefined && !only.includes(name);
  test(name, { timeout: 900_000, skip: isSkipped && 'not in ONLY' }, async (t) => {
    const path = await project(`form/${name}`);
    await run('npm', ['run', 'build'], { cwd: path });
    await withFolder(join(path, 'dist'), (url) => use(t, (title, body) => t.test(title, () => withPage(url, body))));
  });
}

/** The request that the page shows after it was sent. */
async function requestOf(page) {
  return JSON.parse(await page.locator('#request').textContent());
}

async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) await form.locator(`[name=${name}]`).fill(value);
}

/** Waits until a locator contains a text; playwright-core has no `expect`. */
async function shows(locator, text) {
  await locator.filter({ hasText: text }).waitFor();
}

describe('the samples of the form', { concurrency: 1 }, () => {
  after(stopBrowser);

  for (const name of ['html', 'react', 'vue', 'svelte']) {
    sample(name, async (_, part) => {
      await part('NetSuite: filled, submitted, and its request shown', async (page) => {
        const form = page.locator('auth-object-form');
        await fill(form, NETSUITE);
        await form.getByRole('button', { name: 'Connect NetSuite' }).click();
        await shows(form, 'NetSuite is connected.');
        assert.deepEqual(await requestOf(page), { slug: 'netsuite', auth_object: { keybased: NETSUITE } });
      });
      await part('SFTP: not submitted when empty; submitted with its optional fields blank', async (page) => {
        const form = page.locator('auth-object-form');
        await page.getByRole('combobox', { name: 'App' }).selectOption('sftp');
        await form.getByRole('button', { name: 'Connect SFTP' }).click();
        await shows(form.getByRole('alert'), 'Enter the Host.');
        assert.equal(await page.locator('#request:not(:empty)').count(), 0, 'nothing was sent');
        await fill(form, { ...SFTP, port: ' ' });
        await form.getByRole('button', { name: 'Connect SFTP' }).click();
        await shows(form, 'SFTP is connected.');
        assert.deepEqual(await requestOf(page), { slug: 'sftp', auth_object: { keybased: SFTP } });
      });
      if (name === 'react') await part('the hook: not submitted when empty, fixed, submitted', usesHook);
    });
  }

  async function usesHook(page) {
    await page.getByRole('combobox', { name: 'App' }).selectOption('sftp');
    await page.getByLabel('With controls of my own').check();
    const form = page.locator('form');
    const submit = form.getByRole('button', { name: 'Connect SFTP' });
    await submit.click();
    await shows(form.locator('#host-problem'), 'Enter the Host.');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'host');
    assert.equal(await page.locator('#request').count(), 0, 'nothing was sent');
    await fill(form, { ...SFTP, host: ' sftp.example.com' });
    await form.getByRole('button', { name: 'Fix Host' }).click();
    assert.equal(await form.getByLabel('Host').inputValue(), 'sftp.example.com');
    await submit.click();
    await shows(form, 'SFTP is connected.');
    assert.deepEqual(await requestOf(page), { slug: 'sftp', auth_object: { keybased: SFTP } });
    await form.getByLabel('Private key').check();
    assert.equal(await form.locator('textarea').count(), 1);
    assert.equal(await form.getByLabel('Host').inputValue(), 'sftp.example.com');
  }

  sample('form-libraries', async (_, part) => {
    for (const library of ['react-hook-form', 'TanStack Form']) {
      await part(`${library}: each field has its own message, and optional fields may be blank`, async (page) => {
        await page.getByLabel(library).check();
        const form = page.locator('form');
        await form.getByRole('button').click();
        const labels = { host: 'Host', database: 'Database', user: 'User', password: 'Password' };
        for (const [name, label] of Object.entries(labels)) {
          await shows(form.locator(`#${name}-problem`), `Enter the ${label}.`);
        }
        assert.equal(await form.locator('#port-problem').textContent(), '');
        assert.equal(await page.locator('#request').count(), 0, 'nothing was sent');
        await fill(form, MYSQL);
        await form.getByRole('button').click();
        const { auth_object } = await requestOf(page);
        // TanStack Form passes on the typed values, not the output of the schema.
        const blank = library === 'TanStack Form' ? { port: '' } : {};
        assert.deepEqual(auth_object, { keybased: { ...MYSQL, ...blank } });
      });
    }
    await part('react-jsonschema-form: titled branches, masked secrets, a text area for the key', async (page) => {
      await page.getByLabel('react-jsonschema-form').check();
      const form = page.locator('form');
      const branches = form.locator('select');
      assert.deepEqual(await branches.locator('option').allTextContents(), ['Password', 'Private key']);
      assert.equal(await form.getByLabel('Password').getAttribute('type'), 'password');
      await form.getByRole('button').click();
      await shows(form, "must have required property 'Host'");
      assert.equal(await page.locator('#request').count(), 0, 'nothing was sent');
      await branches.selectOption({ label: 'Private key' });
      await form.locator('textarea').waitFor();
      await branches.selectOption({ label: 'Password' });
      for (const [name, value] of Object.entries(SFTP)) await form.locator(`#root_${name}`).fill(value);
      await form.getByRole('button').click();
      assert.deepEqual(await requestOf(page), { slug: 'sftp', auth_object: { keybased: SFTP } });
    });
  });
});
