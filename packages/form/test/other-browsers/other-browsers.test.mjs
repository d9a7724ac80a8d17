// The forms of four apps in Firefox and WebKit: submitted empty, filled, broken, fixed by their buttons, and submitted.
// `ONLY=webkit` runs one browser.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { requestedBrowsers, startBrowser } from '@auth-object/testing/browsers';
import { Key } from 'selenium-webdriver';
import { serve } from '../browser/server.mjs';

/** The longest time until the form reacts. */
const WAIT_MS = 10_000;
const LIMIT_MS = 120_000;

const KEY = '-----BEGIN PRIVATE KEY-----\nZmFrZS1rZXk=\n-----END PRIVATE KEY-----\n';
const HEX = 'a1b2c3d4'.repeat(8);

const FORMS = [
  {
    slug: 'netsuite',
    values: { account_id: '1234567', consumer_key: HEX, consumer_secret: HEX, token_id: HEX, token_secret: HEX },
  },
  { slug: 'shopify', values: { store_name: 'fake-acme', access_token: `shpat_${'a1'.repeat(16)}` } },
  { slug: 'sftp', set: 'Private key', values: { host: 'sftp.example.org', username: 'reports', pem_key: KEY } },
  { slug: 'snowflake', set: 'Key pair', values: { account_id: 'xy12345', username: 'SVC', private_key: KEY } },
];

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

for (const name of requestedBrowsers()) {
  describe(name, { timeout: LIMIT_MS }, () => {
    let driver;
    let end;
    before(async () => {
      ({ driver, end } = await startBrowser(name));
    });
    after(() => end?.());

    const inShadow = (script, ...args) =>
      driver.executeScript(
        `const element = document.querySelector('auth-object-form'); const root = element?.shadowRoot; ${script}`,
        ...args,
      );
    const find = (selector) => inShadow('return root.querySelector(arguments[0])', selector);
    const field = (one) => find(`#field-${one}`);
    const click = async (selector) => (await find(selector)).click();
    const until = (what, script, ...args) => driver.wait(() => inShadow(script, ...args), WAIT_MS, what);
    const typedIn = (one) => inShadow('return root.getElementById("field-" + arguments[0]).value', one);
    const requests = () =>
      driver.executeScript(
        'return window.events.filter(({ name }) => name === "auth-object-submit").map(({ detail }) => detail)',
      );

    /** Types a value with spaces around it, and removes them by the button at the field. */
    async function breakAndFix(one, value) {
      // The line break at the end of a key is not a slip.
      const broken = value === KEY ? ` ${value}` : ` ${value} `;
      await (await field(one)).sendKeys(broken.replaceAll('\n', Key.ENTER));
      await inShadow('root.activeElement.blur()');
      const fix = `.field:has(#field-${one}) [part=fix]`;
      await until(`a fix is offered at ${one}`, 'return root.querySelector(arguments[0]) !== null', fix);
      await click(fix);
      await until(`${one} is fixed`, 'return root.querySelector(arguments[0]) === null', fix);
      assert.equal(await typedIn(one), value, one);
    }

    for (const { slug, set, values } of FORMS) {
      test(slug, async () => {
        await driver.get(`${server.url}/form.html?slug=${slug}`);
        await until('the form is rendered', 'return root?.querySelector("form") != null');
        if (set) await click(`[name=set][value="${set}"]`);
        await click('[part=submit]');
        await until('the summary has the focus', 'return root.activeElement?.part.contains("summary") === true');
        assert.deepEqual(await requests(), [], 'an empty form is not sent');

        for (const [one, value] of Object.entries(values)) await breakAndFix(one, value);
        for (const one of Object.keys(values).filter((key) => /key$|secret$|token$/.test(key))) {
          const isMasked = await inShadow(
            `const control = root.getElementById('field-' + arguments[0]);
             const { webkitTextSecurity, color } = getComputedStyle(control);
             return control.type === 'password' || webkitTextSecurity === 'disc' || color === 'rgba(0, 0, 0, 0)';`,
            one,
          );
          assert.ok(isMasked, `${one} is masked`);
        }

        await click('[part=submit]');
        // A warning holds the submit once.
        await driver.wait(
          async () => {
            if ((await requests()).length > 0) return true;
            const isHeld = await inShadow('return element.state.canSubmitAnyway');
            if (isHeld) await click('[part=submit]');
            return false;
          },
          WAIT_MS,
          'the page gets the request',
        );
        const [type] = Object.keys((await requests())[0].auth_object);
        assert.deepEqual(await requests(), [{ slug, auth_object: { [type]: values } }]);
      });
    }
  });
}
