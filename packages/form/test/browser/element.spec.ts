import { expect, SECRET, test } from './fixtures.js';

const SFTP = { host: 'sftp.example.org', username: 'reports', password: SECRET };

test('SFTP is sent with its optional field blank', async ({ form }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toEqual([{ slug: 'sftp', auth_object: { keybased: SFTP } }]);
});

test('SFTP is not sent when empty: the summary has the focus and links to the fields', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await expect(form.summary.getByRole('listitem')).toHaveText([
    'Enter the Host.',
    'Enter the Username.',
    'Enter the Password.',
  ]);
  await expect(form.summary.getByRole('alert')).toBeVisible();
  expect(await form.sent()).toEqual([]);
  for (const name of ['host', 'username', 'password']) {
    await expect(form.field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(form.problem(name)).toContainText('Enter the');
  }
  await form.summary.getByText('Enter the Password.').click();
  await expect(form.field('password')).toBeFocused();
  await expect(form.element.locator('#field-password-label')).toBeInViewport();
  expect(page.url()).not.toContain('#');
});

test('a problem goes away as it is typed right, in the summary too', async ({ form }) => {
  await form.open('slug=sftp');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.field('host').pressSequentially('sftp.example.org');
  await expect(form.problem('host')).toHaveText('');
  await expect(form.summary.getByRole('listitem')).toHaveCount(2);
});

test('the wasm loads at the first check, not before', async ({ form }) => {
  await form.open('slug=sftp');
  await form.field('host').pressSequentially('sftp');
  const before = form.requests.length;
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  expect(form.requests.length).toBeGreaterThan(before);
  expect(form.requests.slice(0, before).join()).not.toContain('library');
});

test('leaving an empty field says nothing', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.field('host').focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press('Tab');
  await expect(form.element.locator('.problem.error, .problem.warning')).toHaveCount(0);
});

test('a slip is offered a fix when its field is left, in reserved space, and read out', async ({ form, page }) => {
  await form.open('slug=sftp');
  const height = (await form.element.boundingBox())?.height;
  await form.field('username').fill(' reports ');
  await expect(form.problem('username')).toHaveText('');
  await page.keyboard.press('Tab');
  const fix = form.problem('username').getByRole('button', { name: 'Fix Username' });
  await expect(fix).toBeVisible();
  await expect(form.element.getByRole('status')).toContainText(/space/);
  await form.isFine('sftp-offer');
  expect(Math.abs(((await form.element.boundingBox())?.height ?? 0) - (height ?? 0))).toBeLessThan(48);
  await fix.click();
  await expect(form.field('username')).toHaveValue('reports');
  await expect(form.field('username')).toBeFocused();
  await expect(form.problem('username')).toHaveText('');
  await expect(form.element.getByRole('status')).toHaveText('Username is fixed.');
});

test('one click submits, even if leaving a field makes an offer above the button', async ({ form }) => {
  await form.open('slug=shopify');
  await form.fill({ store_name: 'acme', access_token: '"fake-access-token"' });
  await form.submit.click();
  await expect(form.summary).toBeFocused();
});

test('a warning can be sent all the same', async ({ form }) => {
  await form.open('slug=sftp');
  await form.fill({ host: SFTP.host, username: SFTP.username });
  await form.submit.click();
  await expect(form.summary).toHaveText(/Check this before you send it/);
  await expect(form.field('password')).toHaveAttribute('aria-invalid', 'false');
  await form.isFine('sftp-warning');
  await form.submit.getByText('Send anyway').click();
  await expect.poll(() => form.sent()).toHaveLength(1);
});

test('by keyboard alone', async ({ form, page }) => {
  await form.open('slug=sftp');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Tab', 'ArrowRight');
  await expect(form.element.getByRole('radio', { name: 'Private key' })).toBeChecked();
  await press('ArrowLeft', 'Tab');
  await expect(form.field('host')).toBeFocused();
  await page.keyboard.type(SFTP.host);
  await press('Tab', 'Tab');
  await page.keyboard.type(SFTP.username);
  await press('Tab');
  await page.keyboard.type(SECRET);
  await press('Tab');
  await expect(form.element.getByRole('button', { name: 'Show Password' })).toBeFocused();
  await press('Space');
  await expect(form.field('password')).toHaveAttribute('type', 'text');
  await press('Shift+Tab', 'Enter');
  await expect.poll(() => form.sent()).toHaveLength(1);
  await expect(form.field('password')).toHaveAttribute('type', 'password');
});

test('Enter in an empty form leads to the summary, and from there to the field', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.field('host').press('Enter');
  await expect(form.summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form.field('host')).toBeFocused();
});

test('Show and Hide say what they did', async ({ form }) => {
  await form.open('slug=sftp');
  await form.field('password').fill(SECRET);
  await form.element.getByRole('button', { name: 'Show Password' }).click();
  await expect(form.field('password')).toHaveAttribute('type', 'text');
  await expect(form.element.getByRole('status')).toHaveText('Password is visible.');
  await form.element.getByRole('button', { name: 'Hide Password' }).click();
  await expect(form.field('password')).toHaveAttribute('type', 'password');
  await expect(form.field('password')).toHaveValue(SECRET);
});

test('password managers are asked to leave the fields alone', async ({ form }) => {
  await form.open('slug=sftp');
  for (const name of ['username', 'password']) {
    for (const attribute of [
      'data-1p-ignore',
      'data-lpignore',
      'data-bwignore',
      'data-form-type',
      'data-protonpass-ignore',
    ]) {
      await expect(form.field(name)).toHaveAttribute(attribute, /.*/);
    }
  }
  await expect(form.field('password')).toHaveAttribute('autocomplete', 'new-password');
  await expect(form.field('password')).toHaveAttribute('spellcheck', 'false');
  await expect(form.field('username')).toHaveAttribute('autocomplete', 'off');
});

test.describe('a private key', () => {
  const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZQ==\n-----END PRIVATE KEY-----\n';

  test('is masked, keeps its line breaks, and cannot be copied while masked', async ({ form, page }) => {
    await form.open('slug=sftp');
    await form.element.getByRole('radio', { name: 'Private key' }).check();
    await form.field('pem_key').fill(KEY);
    await expect(form.field('pem_key')).toHaveValue(KEY);
    const security = () =>
      form.field('pem_key').evaluate((area) => getComputedStyle(area).getPropertyValue('-webkit-text-security'));
    expect(await security()).toBe('disc');
    const isCopied = () =>
      form
        .field('pem_key')
        .evaluate((area) => area.dispatchEvent(new ClipboardEvent('copy', { cancelable: true, bubbles: true })));
    expect(await isCopied()).toBe(false);
    await page.screenshot({ path: '../../target/form/screenshots/key.png' });
    await form.element.getByRole('button', { name: 'Show Private Key' }).click();
    expect(await security()).toBe('none');
    expect(await isCopied()).toBe(true);
    await form.fill({ host: SFTP.host, username: SFTP.username });
    await form.submit.click();
    await expect.poll(() => form.sent()).toMatchObject([{ auth_object: { keybased: { pem_key: KEY } } }]);
  });

  const drop = (name: string, content: string | number[]) => `
    const transfer = new DataTransfer();
    const content = ${JSON.stringify(content)};
    transfer.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], '${name}'));
    const area = document.querySelector('auth-object-form').shadowRoot.getElementById('field-pem_key');
    area.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }));
  `;

  test('takes a dropped file with its line breaks', async ({ form, page }) => {
    await form.open('slug=sftp');
    await form.element.getByRole('radio', { name: 'Private key' }).check();
    await page.evaluate(drop('id_ed25519', KEY.replaceAll('\n', '\r\n')));
    await expect(form.field('pem_key')).toHaveValue(KEY);
    expect(await page.evaluate('document.querySelector("auth-object-form").value.auth_object.keybased.pem_key')).toBe(
      KEY,
    );
  });

  test('takes a chosen file', async ({ form }) => {
    await form.open('slug=sftp');
    await form.element.getByRole('radio', { name: 'Private key' }).check();
    await form.element
      .locator('input[type=file]')
      .setInputFiles({ name: 'key.pem', mimeType: 'text/plain', buffer: Buffer.from(KEY) });
    await expect(form.field('pem_key')).toHaveValue(KEY);
  });

  test('does not take a binary file', async ({ form, page }) => {
    await form.open('slug=sftp');
    await form.element.getByRole('radio', { name: 'Private key' }).check();
    await page.evaluate(drop('key.der', [48, 130, 0, 255]));
    await expect(form.problem('pem_key')).toContainText('This file is not a text file.');
    await expect(form.field('pem_key')).toHaveValue('');
    await form.isFine('key-binary');
    await form.field('pem_key').fill(KEY);
    await expect(form.problem('pem_key')).not.toContainText('text file');
  });
});

test.describe('nothing leaks', () => {
  test('no value in events of a change, in the page, the console, storage, addresses or requests', async ({
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
    // Nobody but the element's own listeners hears anything.
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

  test('no value in the session history: going back brings none', async ({ form, page }) => {
    await page.goto('/history.html');
    await form.fill(SFTP);
    await form.element.getByRole('button', { name: 'Show Password' }).click();
    await page.getByLabel('A plain field').fill('plain');
    await page.goto('/form.html?slug=shopify');
    await page.goBack();
    await form.element.locator('[part=form]').waitFor();
    // The browser does restore forms here.
    await expect(page.getByLabel('A plain field')).toHaveValue('plain');
    expect(await page.evaluate('window.restored')).toEqual([]);
    for (const name of Object.keys(SFTP)) await expect(form.field(name)).toHaveValue('');
    expect(JSON.stringify(await page.evaluate('document.querySelector("auth-object-form").value'))).not.toContain(
      SECRET,
    );
  });
});

test.describe('in a form of the page', () => {
  test('its entry of FormData is the request, and a filled form is sent', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await expect(form.submit).toHaveCount(0);
    await form.fill(SFTP);
    const entries = await page.evaluate('[...new FormData(document.forms[0])]');
    expect(entries).toEqual([
      ['other', '1'],
      ['credentials', JSON.stringify({ slug: 'sftp', auth_object: { keybased: SFTP } })],
    ]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('body')).toContainText('sent other=1&credentials=%7B%22slug%22%3A%22sftp%22');
  });

  test('an empty form is held, and its summary has the focus', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(form.summary).toBeFocused();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(form.summary).toBeFocused();
    await form.fill(SFTP);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('body')).toContainText('sent other=1');
  });

  test('Enter sends it', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await form.fill(SFTP);
    await form.field('host').press('Enter');
    await expect(page.locator('body')).toContainText('sent other=1');
  });

  test('a warning holds it once', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await form.fill({ host: SFTP.host, username: ' reports' });
    await form.field('password').fill(SECRET);
    await page.getByRole('button', { name: 'Save' }).click();
    // The offer was seen when the field was left.
    await expect(page.locator('body')).toContainText('sent other=1');
  });

  test('validity says whether it is complete', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    expect(await page.evaluate('document.forms[0].checkValidity()')).toBe(false);
    await expect(form.summary).toHaveCount(0);
    expect(await page.evaluate('document.querySelector("auth-object-form").validity.valueMissing')).toBe(true);
    await form.fill(SFTP);
    expect(await page.evaluate('document.forms[0].checkValidity()')).toBe(true);
  });

  test('reset empties it, and hides what was shown', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await form.fill(SFTP);
    await form.element.getByRole('button', { name: 'Show Password' }).click();
    await page.getByRole('button', { name: 'Reset' }).click();
    for (const name of Object.keys(SFTP)) await expect(form.field(name)).toHaveValue('');
    await expect(form.field('password')).toHaveAttribute('type', 'password');
  });

  test('a disabled fieldset disables it', async ({ form, page }) => {
    await form.open('slug=sftp&in=form');
    await page.evaluate('document.querySelector("fieldset").disabled = true');
    await expect(form.field('host')).toBeDisabled();
    await expect(form.element.getByRole('radio').first()).toBeDisabled();
    expect(await page.evaluate('[...new FormData(document.forms[0])]')).toEqual([]);
    await form.isFine('disabled');
  });
});

test('reset brings the first values back, and may come before the first render', async ({ form, page }) => {
  await form.open(`slug=sftp&values=${encodeURIComponent('{"host":"first.example.org"}')}`);
  await form.field('host').fill('other.example.org');
  await page.evaluate('document.querySelector("auth-object-form").reset()');
  await expect(form.field('host')).toHaveValue('first.example.org');
  await page.evaluate(() => {
    const outer = document.createElement('form');
    outer.innerHTML = '<auth-object-form slug="sftp" name="x"></auth-object-form>';
    document.body.append(outer);
    outer.reset();
  });
  await expect(page.locator('auth-object-form').nth(1).locator('[part=form]')).toBeVisible();
});

test("the endpoint's answer is shown at its field, with its exact words", async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  await page.evaluate(
    'document.querySelector("auth-object-form").setAnswer({ status: 500, body: { error: "SERVER_ERROR", message: "Failed to verify credentials: wrong password" } })',
  );
  await expect(form.summary).toBeFocused();
  await expect(form.problem('password')).toContainText('SFTP did not accept these values.');
  await expect(form.problem('password')).toContainText('Failed to verify credentials: wrong password');
  await form.isFine('sftp-answer');
  await form.field('password').fill(`${SECRET}2`);
  await expect(form.problem('password')).toHaveText('');
  await page.evaluate(
    'document.querySelector("auth-object-form").setAnswer(new Response(JSON.stringify({ success: true, message: "Token migrated successfully" })))',
  );
  await expect(form.element.getByText('SFTP is connected.')).toBeVisible();
  await form.isFine('sftp-connected');
});

test('while busy nothing is sent twice', async ({ form, page }) => {
  await form.open('slug=sftp');
  await form.fill(SFTP);
  await form.submit.click();
  await expect.poll(() => form.sent()).toHaveLength(1);
  await page.evaluate('document.querySelector("auth-object-form").busy = true');
  await expect(form.submit).toBeDisabled();
  await form.field('host').press('Enter');
  await form.isFine('sftp-busy');
  expect(await form.sent()).toHaveLength(1);
});

test('switching keeps shared values and shows no problems', async ({ form }) => {
  await form.open('slug=netsuite');
  await form.field('account_id').fill('1234567');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.element.getByRole('radio', { name: 'OAuth 2.0' }).check();
  await expect(form.field('account_id')).toHaveValue('1234567');
  await expect(form.summary).toHaveCount(0);
  await expect(form.element.locator('.problem.error, .problem.warning')).toHaveCount(0);
});

test('a problem behind "More options" opens them', async ({ form }) => {
  await form.open('slug=hubspot');
  await form.element.getByText('More options').click();
  await form.field('client_id').fill('"fake-client-id"');
  await form.element.getByText('More options').click();
  await form.field('access_token').fill('fake-access-token');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await expect(form.field('client_id')).toBeVisible();
});

test('labels, descriptions and affixes are linked', async ({ form }) => {
  await form.open('slug=shopify');
  const store = form.element.getByLabel('Store Name', { exact: true });
  await expect(store).toHaveAttribute('name', 'store_name');
  await expect(store).toHaveAccessibleDescription(
    /The first part of the store’s address.*https:\/\/.*\.myshopify\.com/,
  );
  await expect(store).toHaveAttribute('aria-required', 'true');
});

test('right to left', async ({ form, page }) => {
  await form.open('slug=shopify&dir=rtl');
  const [label, base] = [form.element.locator('#field-store_name-label'), form.element.locator('[part=base]').first()];
  const right = async (one: typeof label) => one.evaluate((node) => Math.round(node.getBoundingClientRect().right));
  expect(await right(label)).toBe(await right(base));
  await expect(base).toHaveCSS('direction', 'ltr');
  const toggle = await form.element.locator('[part=toggle]').first().boundingBox();
  const input = await form.field('access_token').boundingBox();
  expect(toggle?.x).toBeLessThan(input?.x ?? 0);
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.isFine('shopify-rtl');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('German, from the language of the page', async ({ form }) => {
  await form.open('slug=sftp&lang=de-CH');
  await form.submit.click();
  await expect(form.summary).toContainText('Bitte korrigieren');
  await expect(form.element.getByRole('radio', { name: 'Privater Schlüssel' })).toBeVisible();
  await form.isFine('sftp-de');
});

test('narrow pages show everything without scrolling sideways', async ({ form, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await form.open('slug=snowflake');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
  await form.isFine('snowflake-narrow');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});

test('parts and custom properties style it', async ({ form, page }) => {
  await form.open('slug=sftp');
  await page.addStyleTag({
    content:
      'auth-object-form { --auth-object-accent: rgb(0, 128, 0); } auth-object-form::part(label) { text-transform: uppercase; }',
  });
  await expect(form.submit).toHaveCSS('background-color', 'rgb(0, 128, 0)');
  await expect(form.element.locator('#field-host-label')).toHaveCSS('text-transform', 'uppercase');
});

test('two forms in one form of the page are both checked before it is sent', async ({ form, page }) => {
  await form.open('slug=sftp&in=form');
  await page.evaluate(() => {
    document.forms[0]?.firstElementChild?.insertAdjacentHTML(
      'beforeend',
      '<auth-object-form slug="sftp" name="second"></auth-object-form>',
    );
  });
  for (const element of await page.locator('auth-object-form').all()) {
    for (const [name, value] of Object.entries(SFTP)) await element.locator(`#field-${name}`).fill(value);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('body')).toContainText(/sent other=1&credentials=.*&second=/);
});

test('a policy that forbids inline styles and scripts is no hindrance', async ({ form, page }) => {
  await page.route('**/form.html*', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await form.open('slug=sftp');
  await expect(form.element.locator('[part=base]').first()).toHaveCSS('display', 'flex');
  await form.submit.click();
  await expect(form.summary).toBeFocused();
});
