// A secret in the wrong place, in any part of a request, a row or an argument, is in no output: neither as it is nor in
// another form.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'vitest';
import * as api from '../entry/rows.ts';
import type { Untyped } from '../testing/untyped.ts';

const { checkRequest, checkRows, describe, init, redact, registerApp, registerApps, repair, standardSchema }: Untyped =
  api;
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const hubspot = (auth_object: unknown) => ({ slug: 'hubspot', auth_object });

const SECRETS = {
  'a token': 'sk_test_fakeQw9rTy7uPl3mNb6v',
  'a hash': '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  'a password': 'Summer2024!',
  'a random password': 'Xk29fQzL7aB',
  'a passphrase': 'violet-anchor-muffin-tundra',
  'a passphrase with spaces and digits': 'violet anchor muffin tundra42',
  'a user and password': 'jdoe:hunter2pass',
  'a password with characters that are escaped': 'Pq"zz\\w0rd7Zq!',
  base64: 'RmFrZVBhc3N3b3JkMjAyNCFRdw==',
};

/** The parts of a text that are a secret, in any of the usual forms. */
function traces(text: string, secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = {
    'as it is': secret,
    JSON: JSON.stringify(secret).slice(1, -1),
    base64: bytes.toString('base64').replace(/=+$/, ''),
    hex: bytes.toString('hex'),
    'URL-encoded': encodeURIComponent(secret),
    'a form': String(new URLSearchParams({ a: secret })).slice(2),
    reversed: [...secret].reverse().join(''),
    'lower case': secret.toLowerCase(),
    'upper case': secret.toUpperCase(),
    'its start': secret.slice(0, 8),
    'its end': secret.slice(-8),
  };
  return Object.entries(forms).flatMap(([form, value]) => (text.includes(value) ? [form] : []));
}

/** Bodies with a secret somewhere. */
const bodies = (secret: string): Record<string, unknown> => ({
  slug: { slug: secret, auth_object: { oauth2: {} } },
  'a part of the slug': { slug: `hubspot${secret}`, auth_object: {} },
  'a slug of another type': { slug: { [secret]: secret }, auth_object: {} },
  'an auth type': hubspot({ [secret]: { access_token: 'fake' } }),
  'two auth types': hubspot({ [secret]: {}, oauth2: {} }),
  'a field': hubspot({ oauth2: { access_token: 'fake', [secret]: { [secret]: secret } } }),
  'a field of an unconfirmed schema': { slug: 'stripe', auth_object: { keybased: { [secret]: 'fake' } } },
  'a value': hubspot({ oauth2: { access_token: ` "${secret}" `, refresh_token: [secret], acces_token: secret } }),
  'values that a host consists of': {
    slug: 'netsuite',
    auth_object: { keybased: { account_id: secret, consumer_key: secret, token_id: secret } },
  },
  'the auth_object': hubspot(secret),
  'a list': hubspot([secret, { [secret]: secret }]),
  'JSON in the auth_object': hubspot(JSON.stringify({ oauth2: { [secret]: secret } })),
  'a request in the auth_object': hubspot({ slug: secret, auth_object: { [secret]: secret } }),
  'the answer of a token endpoint': hubspot({ oauth2: { access_token: secret, token_type: secret, [secret]: 1 } }),
  'beside the slug': { [secret]: secret, slug: 'hubspot', auth_object: {} },
  'a BigInt': hubspot({ oauth2: { [secret]: 1n } }),
  'a value that throws': hubspot({
    [secret]: {
      toJSON() {
        throw new Error(secret);
      },
    },
  }),
  'text that is not JSON': secret,
  'broken JSON': `{"slug":"hubspot","auth_object":{"oauth2":{"access_token":"${secret}`,
  'JSON without quotes': `{"slug":"hubspot",${secret}:{"access_token":${secret}}}`,
});

const contexts = [
  {},
  { trust: 'documented' },
  { shape: 'flat' },
  { linkedAccounts: [] },
  { apiKeys: ['tk_other'] },
  { customApps: ['hubspot'] },
];

/** Calls that throw something, or return something that is printed. */
const calls = (secret: string): Record<string, () => unknown> => ({
  'an unknown option': () => checkRequest({ headers, body: {} }, { [secret]: secret }),
  'values of options': () => checkRequest({ headers, body: {} }, { shape: secret }),
  'API keys': () => checkRequest({ headers, body: {} }, { apiKeys: secret }),
  'what has() returns': () => checkRequest({ headers, body: hubspot({}) }, { linkedAccounts: { has: () => secret } }),
  'a locale': () => describe({ code: 'fake', help: 'fake' }, { locale: secret }),
  'a dialect': () => standardSchema('hubspot')['~standard'].jsonSchema.input({ target: secret }),
  'an app of a Standard Schema': () => standardSchema(secret)['~standard'].jsonSchema.input({ target: 'draft-07' }),
  'an auth type to register': () => registerApp('fake', { [secret]: secret }),
  'a field to register': () => registerApp('fake', { keybased: { [secret]: 1 } }),
  'the type of a field': () => registerApp('fake', { keybased: { api_key: { type: secret, required: secret } } }),
  'apps to register': () => registerApps({ [secret]: secret }),
  'a column of --map': () => checkRows('slug\nhubspot\n', { format: 'csv', map: { [secret]: 'access_token' } }),
  'a column that is mapped': () =>
    checkRows(`slug,"${secret.replaceAll('"', '""')}"\n`, { map: { [secret]: 'ignore' } }),
  'a key that is mapped': () => checkRows('{"a":1}\n', { map: { [`app.${secret}`]: 'slug' } }),
  'a target': () => checkRows('', { map: { a: secret } }),
  'a field of an auth type as target': () => checkRows('', { map: { a: `keybased.${secret}` } }),
  'the target of a value': () => checkRows('', { set: { [secret]: 'fake' } }),
  'a value for all rows': () => checkRows('slug\nhubspot\n', { format: 'csv', set: { access_token: secret } }),
  'an encoding': () => checkRows('', { encoding: secret }),
  'an edit': () => repair({ body: { a: 'b' } }, [{ code: 'trim', fix: [{ op: 'replace', path: '/a', edit: secret }] }]),
  'the URL of the module': () => init(`https://fake:${encodeURIComponent(secret)}@fake.invalid/`),
});

/** A CSV file, in which the secret may also be the name of a column: of a file without a header, the first row is one. */
const files = (secret: string): string[] => {
  const cell = `"${secret.replaceAll('"', '""')}"`;
  return [
    `slug,access_token\nhubspot,${cell}\n${cell},fake\n`,
    `slug,auth_type,${cell}\nhubspot,${cell},fake\n`,
    `slug,auth_object\nhubspot,${cell}\nhubspot,"{""${secret.replaceAll(/["\\]/g, '')}"":1}"\n`,
    `${cell},${cell}\n${cell}\n`,
    `slug,access_token\nhubspot,"fake"${secret}\nhubspot,fake,${cell}\nhubspot,"${secret}\n`,
    `[{"slug":"hubspot"} ${secret}`,
    JSON.stringify([secret, [secret], hubspot({ oauth2: { [secret]: secret } })]),
  ];
};

/** Everything that somebody may print of a thrown error. */
const errorText = (error: Untyped): string =>
  error === undefined ? '' : `${inspect(error)} ${error.stack} ${JSON.stringify(error)} ${errorText(error.cause)}`;

for (const [kind, secret] of Object.entries(SECRETS)) {
  const assertHidden = (what: string, text: string) => assert.deepEqual(traces(text, secret), [], `${what}: ${text}`);

  test(`${kind} in a request`, () => {
    for (const [place, body] of Object.entries(bodies(secret))) {
      for (const context of contexts) {
        const request = { headers: { ...headers, 'x-api-key': secret }, body };
        const verdict = checkRequest(request, context);
        assertHidden(place, JSON.stringify(verdict) + inspect(verdict, { depth: 9 }));
        for (const one of [...(verdict.issues ?? []), ...verdict.hints]) {
          assertHidden(place, describe(one) + describe(one, { locale: 'de' }));
        }
        assertHidden(`${place}, redacted`, JSON.stringify(redact(request)));
      }
      const { issues = [] } = standardSchema('hubspot')['~standard'].validate((body as Untyped).auth_object);
      assertHidden(`${place}, Standard Schema`, JSON.stringify(issues));
    }
    const beside = checkRequest({ headers, slug: secret, body: { auth_object: {} } });
    assertHidden('a slug beside the body', JSON.stringify(beside) + JSON.stringify(redact({ slug: secret })));
  });

  test(`${kind} in a file`, () => {
    const options = [{}, { trust: 'documented' }, { list: 'all', repair: true }];
    const check = (text: string, format?: string) => {
      for (const option of options) {
        const { rows, ...report } = checkRows(text, { ...option, format });
        // A repaired row is the row.
        for (const row of rows) if (row.repaired !== undefined) delete row.repaired.text;
        assertHidden(text, JSON.stringify([rows, report]));
      }
    };
    for (const [place, body] of Object.entries(bodies(secret))) {
      if (place === 'a BigInt' || place === 'a value that throws') continue;
      check(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`, 'ndjson');
    }
    for (const text of files(secret)) for (const format of [undefined, 'csv', 'json']) check(text, format);
  });

  test(`${kind} in an argument`, async () => {
    for (const [place, call] of Object.entries(calls(secret))) {
      let text = '';
      try {
        text = JSON.stringify(await call()) ?? '';
      } catch (error) {
        text = errorText(error);
      }
      assertHidden(place, text);
    }
  });
}
