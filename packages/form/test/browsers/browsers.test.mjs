// The forms of four apps in Firefox and in WebKit: sent empty, filled, mended, sent.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { serve } from '../browser/server.mjs';
import { firefox, webkit } from './drivers.mjs';

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

const START = { firefox, webkit };
const asked = process.env.ONLY?.split(',') ?? Object.keys(START);
for (const name of asked) {
  describe(name, { timeout: 120_000 }, () => {
    let driver;
    let end;
    before(async () => {
      ({ driver, end } = await START[name]());
    });
    after(() => end?.());

    const inShadow = (script, ...args) =>
      driver.executeScript(
        `const element = document.querySelector('auth-object-form'); const root = element?.shadowRoot; ${script}`,
        ...args,
      );
    const field = (one) => inShadow('return root.getElementById("field-" + arguments[0])', one);
    const until = (what, script, ...args) => driver.wait(() => inShadow(script, ...args), 10_000, what);

    for (const { slug, set, values } of FORMS) {
      test(slug, async () => {
        await driver.get(`${server.url}/form.html?slug=${slug}`);
        await until('the form is drawn', 'return root?.querySelector("form") !== null && root !== undefined');
        if (set)
          await (
            await inShadow('return root.querySelector("[name=set][value=\'" + arguments[0] + "\']")', set)
          ).click();
        await (await inShadow('return root.querySelector("[part=submit]")')).click();
        await until('the summary has the focus', 'return root.activeElement?.part.contains("summary") === true');
        for (const [one, value] of Object.entries(values)) {
          await (await field(one)).sendKeys(value.replaceAll('\n', Key.ENTER));
        }
        const [first] = Object.keys(values);
        await (await field(first)).sendKeys(' ');
        await until('a fix is offered', 'return root.querySelector("[part=fix]") !== null');
        await (await inShadow('return root.querySelector("[part=fix]")')).click();
        await until(
          'it is fixed',
          'return element.state.fields.find(({ name }) => name === arguments[0]).value === arguments[1]',
          first,
          values[first],
        );
        for (const one of secretsOf(values)) {
          const masked = await inShadow(
            'const one = root.getElementById("field-" + arguments[0]); return one.type === "password" || getComputedStyle(one).webkitTextSecurity === "disc" || getComputedStyle(one).color === "rgba(0, 0, 0, 0)"',
            one,
          );
          assert.ok(masked, `${one} is masked`);
        }
        await until(
          'the request is handed over',
          'if (!window.events.some(({ name }) => name === "auth-object-submit")) root.querySelector("[part=submit]").click(); return window.events.some(({ name }) => name === "auth-object-submit")',
        );
        const sent = await driver.executeScript(
          'return window.events.find(({ name }) => name === "auth-object-submit").detail',
        );
        assert.deepEqual(Object.values(sent.auth_object), [values]);
        assert.equal(sent.slug, slug);
      });
    }
  });
}

/** Those of the fields that are secrets. */
function secretsOf(values) {
  return Object.keys(values).filter((name) => /key$|secret$|token$/.test(name));
}
