/** No value reaches anything but the request. */
import { expect, SECRET, SFTP, test } from './fixtures.ts';

test('change events, the page, the console, storage, addresses and HTTP requests hold no value', async ({
  form,
  page,
}) => {
  await form.open('slug=sftp');
  await form.field('host').fill(SFTP.host);
  await form.field('username').fill(SFTP.username);
  await form.field('password').pressSequentially(SECRET);
  await form.element.getByRole('button', { name: 'Show Password' }).click();
  await form.field('password').pressSequentially('!');
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  const events = await form.events();
  const changes = events.filter(({ name }) => name === 'auth-object-change');
  expect(changes.at(-1)?.detail).toEqual({
    slug: 'sftp',
    authType: 'keybased',
    field: 'password',
    isEmpty: false,
    isComplete: true,
  });
  // Listeners of the page get no event.
  expect(await page.evaluate('window.overheard')).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    html: document.documentElement.outerHTML,
    title: document.title,
    history: history.state,
    shadow: document.querySelector('auth-object-form')?.shadowRoot?.innerHTML,
  }));
  expect(kept).toMatchObject({ local: {}, session: {}, cookie: '', databases: [], caches: [], history: null });
  for (const text of [JSON.stringify(kept), form.console.join('\n'), form.requests.join('\n'), page.url()]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(SFTP.host);
  }
});

test('the session history holds no value: going back restores none', async ({ form, page }) => {
  await page.goto('/history.html');
  await form.fill(SFTP);
  await form.element.getByRole('button', { name: 'Show Password' }).click();
  await page.getByLabel('A plain field').fill('plain');
  await page.goto('/form.html?slug=shopify');
  await page.goBack();
  await form.element.locator('[part=form]').waitFor();
  // The browser does restore other fields.
  await expect(page.getByLabel('A plain field')).toHaveValue('plain');
  expect(await page.evaluate('window.restored')).toEqual([]);
  for (const name of Object.keys(SFTP)) await expect(form.field(name)).toHaveValue('');
  expect(JSON.stringify(await page.evaluate('document.querySelector("auth-object-form").value'))).not.toContain(SECRET);
});
