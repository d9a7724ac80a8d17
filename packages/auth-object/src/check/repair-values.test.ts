// No fix harms: for every app and field, a good value comes out of `repair` as it went in, or without what cannot
// belong to it, and a private key stays the same key.
import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { checkRequest, repair } from '../testing/untyped.ts';

const SCHEMAS = new URL('../../../../schemas/', import.meta.url);
const schemas = readdirSync(SCHEMAS)
  .filter((name) => name.endsWith('.json') && name !== 'app.schema.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, SCHEMAS), 'utf8')));

/** Every field of every app: with its app, its auth type and their schemas. */
const FIELDS = schemas.flatMap(({ slug, auth }) =>
  Object.entries<Untyped>(auth).flatMap(([authType, schema]) =>
    Object.entries<Untyped>(schema.fields).map(([name, field]) => ({ slug, authType, schema, name, field })),
  ),
);

/** The value of a field after every fix that the hints offer. */
function repaired({ slug, authType, name }, value) {
  const body = { slug, auth_object: { [authType]: { [name]: value } } };
  const request = { headers: { 'x-api-key': 'fake', linked_account_id: 'a' }, body };
  let next = request;
  for (let round = 0; round < 3; round++) next = repair(next, checkRequest(next).hints);
  assert.deepEqual(Object.keys(next.body.auth_object[authType]), [name]);
  return next.body.auth_object[authType][name];
}

// Around a value: white space, quotes, what nobody sees, punctuation; names and the schemes of an Authorization header.
const AROUND = '(?:\\s|[\'"`\\u00ab\\u00bb\\u2018-\\u201e]|\\\\"|[\\u200b\\ufeff\\u0000-\\u001f\\u007f])';
const SCHEMES =
  'bearer|basic|token|zoho-oauthtoken|klaviyo-api-key|geniekey|ssws|bot|api-?key|shippotoken|deepl-auth-key|oauth|jwt';
const NAME = '(?:(?:export|set|const|let|var|-H?)\\s|\\$env:)?[a-z][\\w.-]*\\s*=|[a-z][\\w .-]*["\'`]?\\s*:';
const HEAD = new RegExp(`^(?:${AROUND}|authorization:|(?:${SCHEMES})\\s(?:token=)?|${NAME})*$`, 'i');
const TAIL = new RegExp(`^(?:${AROUND}|[,;])*$`);
const UNSEEN = /[\u200b\ufeff]|(?![\t-\r])\p{Cc}/gu;

/** Whether a result is what one of the listed edits leaves: never a value with a piece cut out of its middle. */
function isExplained({ field }, value, result) {
  if (result === value) return true;
  const isAscii = /^[\x20-\x7e\s]*$/.test(value.replace(UNSEEN, ''));
  for (const whole of isAscii ? [value, value.replace(UNSEEN, '')] : [value]) {
    const isAddress = field.address !== undefined || field.input === 'url';
    const plain = isAddress && result.startsWith('https://') && !whole.includes('https://') ? result.slice(8) : result;
    for (let at = whole.indexOf(plain); at !== -1; at = whole.indexOf(plain, at + 1)) {
      const [head, tail] = [whole.slice(0, at), whole.slice(at + plain.length)];
      if (HEAD.test(head) && TAIL.test(tail)) return true;
      const isUrl = HEAD.test(head.replace(/(?:[a-z]+:)?\/\/(?:[^/\s]*@)?$/i, ''));
      if (isAddress && isUrl && (/^[.:/?#]/.test(tail) || (tail === '' && head.endsWith('//')))) return true;
    }
    // A domain suffix that is there twice.
    if (isAddress && whole.length > plain.length && /(\.[\w-]+\.[\w.-]*)\1/.test(whole)) return true;
  }
  return false;
}

const printable = fc.oneof(
  fc.stringMatching(/^[\x20-\x7e]{1,60}$/),
  fc.stringMatching(/^[!-~]{20,80}$/),
  fc.stringMatching(/^[A-Za-z0-9+/]{20,80}={0,2}$/),
  fc.stringMatching(/^[\x20-\x7e\u00e4\u00e9\u4e2d\n]{1,60}$/),
  fc.webUrl(),
);

test('a value of a known format comes out as it went in', () => {
  let count = 0;
  for (const entry of FIELDS) {
    for (const { pattern, never } of entry.field.formats ?? []) {
      if (never !== undefined) continue;
      count++;
      const expression = new RegExp(pattern.endsWith('$') ? pattern : `${pattern}[A-Za-z0-9]{12}$`);
      const values = fc.stringMatching(expression, { size: 'medium' });
      fc.assert(
        fc.property(values, (value) => {
          const result = repaired(entry, value);
          assert.ok(isExplained(entry, value, result), `${entry.slug} ${entry.name} ${pattern}`);
          // What is taken off leaves a value of the format.
          if (result !== value && !/[\s'"`]/.test(value)) assert.match(result, new RegExp(pattern), pattern);
        }),
        { numRuns: 10 },
      );
    }
  }
  assert.ok(count > 150, `${count} formats`);
});

test('random text comes out as it went in, or without what is around it', () => {
  for (const entry of FIELDS) {
    fc.assert(
      fc.property(printable, (value) => {
        const result = repaired(entry, value);
        assert.ok(isExplained(entry, value, result), `${entry.slug} ${entry.name}: ${JSON.stringify([value, result])}`);
      }),
      { numRuns: 8 },
    );
  }
});

test('the oracle notices a value that was changed in its middle', () => {
  const entry: Untyped = FIELDS.find(({ name }) => name === 'api_key');
  assert.ok(!isExplained(entry, 'fake\nkey', 'fakekey'));
  assert.ok(!isExplained(entry, 'fake-key', 'fake-ke'));
  assert.ok(!isExplained(entry, 'https://fake', 'fake'));
  assert.ok(!isExplained(entry, '1=key', 'key'));
  assert.ok(isExplained(entry, ' "Bearer fake-key"\n', 'fake-key'));
  assert.ok(isExplained(entry, 'export API_KEY="fake-key";', 'fake-key'));
});

const PASSPHRASE = 'fake-passphrase';
const encrypted = { cipher: 'aes-256-cbc', passphrase: PASSPHRASE };
const pem = (type: Untyped, options, format, more = {}): string =>
  (generateKeyPairSync as Untyped)(type, options).privateKey.export({ type: format, format: 'pem', ...more });
const KEYS = {
  'RSA, PKCS #8': pem('rsa', { modulusLength: 1024 }, 'pkcs8'),
  'RSA, PKCS #1': pem('rsa', { modulusLength: 1024 }, 'pkcs1'),
  'RSA, encrypted': pem('rsa', { modulusLength: 1024 }, 'pkcs8', encrypted),
  'EC, SEC 1': pem('ec', { namedCurve: 'P-256' }, 'sec1'),
  'Ed25519, PKCS #8': pem('ed25519', {}, 'pkcs8'),
};
KEYS['with attributes before it'] =
  `Bag Attributes\n    friendlyName: fake\nKey Attributes: <No Attributes>\n${KEYS['RSA, PKCS #8']}`;
KEYS['with the line breaks of Windows'] = KEYS['RSA, PKCS #8'].replaceAll('\n', '\r\n');
KEYS['without its last line break'] = KEYS['EC, SEC 1'].trimEnd();

/** What only its own reader can read: not one character may change. */
const OPAQUE = {
  OpenSSH: `-----BEGIN OPENSSH PRIVATE KEY-----\n${'AAAAFAKE'.repeat(8)}\n${'FAKE'.repeat(9)}\n-----END OPENSSH PRIVATE KEY-----\n`,
  PuTTY: `PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nComment: fake\r\nPublic-Lines: 1\r\nAAAAFAKE\r\nPrivate-Lines: 1\r\nAAAAFAKE\r\nPrivate-MAC: 00\r\n`,
  SSH2: `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "fake"\n${'FAKE'.repeat(16)}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----\n`,
};
const read = (key) => createPrivateKey({ key, passphrase: PASSPHRASE }).export({ type: 'pkcs8', format: 'der' });

const WRAPPERS = {
  alone: (key) => key,
  'after white space': (key) => ` \n${key}`,
  'in double quotes': (key) => `"${key}"`,
  'in single quotes': (key) => `'${key}'`,
  'in quotes and white space': (key) => `\n "${key}" \n`,
  'after a byte order mark': (key) => `\ufeff${key}`,
  'with a zero-width space behind it': (key) => `${key}\u200b`,
};

const wrappedKeys = (keys) =>
  Object.entries(WRAPPERS).flatMap(([how, wrap]) =>
    Object.entries(keys).map(([name, key]) => ({ what: `${name}, ${how}`, name, key, value: wrap(key) })),
  );

test('a private key stays the same key, in every field', () => {
  const same = Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, read(key)]));
  const results = new Set();
  for (const entry of FIELDS) {
    for (const { what, name, key, value } of wrappedKeys(KEYS)) {
      const result = repaired(entry, value);
      assert.ok(result === value || result === key, `${entry.slug} ${entry.name}: ${what}`);
      if (result !== value && !results.has(result)) assert.deepEqual(read(result), same[name], what);
      results.add(result);
    }
  }
});

test('a key that Node cannot read comes out whole, in every field', () => {
  for (const entry of FIELDS) {
    for (const { what, key, value } of wrappedKeys(OPAQUE)) {
      const result = repaired(entry, value);
      const isWhole = result === key || result.trim() === value.trim();
      assert.ok(isWhole, `${entry.slug} ${entry.name}: ${what}`);
    }
  }
});

test('a quoted key in a field for keys is taken out of its quotes', () => {
  const sftp: Untyped = FIELDS.find(({ slug, name }) => slug === 'sftp' && name === 'pem_key');
  for (const [name, key] of Object.entries({ ...KEYS, ...OPAQUE })) {
    if (name !== 'PuTTY' && name !== 'SSH2') assert.equal(repaired(sftp, `"${key}"`), key, name);
  }
});

/** What environment files and forms make of the line breaks of a key. */
const LOST_BREAKS = {
  'as two characters': (key) => key.replaceAll('\n', '\\n'),
  'as four characters': (key) => key.replaceAll('\n', '\\r\\n'),
  'with two backslashes': (key) => key.replaceAll('\n', '\\\\n'),
  'as two characters, in quotes': (key) => `"${key.replaceAll('\n', '\\n')}"`,
  'left out': (key) => key.replaceAll('\n', ''),
  'as spaces': (key) => key.replaceAll('\n', ' '),
};

test('a key that lost its line breaks is the same key after its repair', () => {
  const names = ['RSA, PKCS #8', 'RSA, PKCS #1', 'RSA, encrypted', 'EC, SEC 1', 'Ed25519, PKCS #8'];
  for (const entry of FIELDS.filter(({ name }) => ['pem_key', 'private_key'].includes(name))) {
    for (const [how, lose] of Object.entries(LOST_BREAKS)) {
      for (const key of names.map((name) => KEYS[name])) {
        const result = repaired(entry, lose(key));
        assert.deepEqual(read(result), read(key), `${entry.slug}: ${how}`);
        assert.equal(result.trimEnd(), key.trimEnd(), `${entry.slug}: ${how}`);
      }
    }
  }
});

/** Keys that people send for another field. */
const OTHER_KEYS = [
  ...['token', 'app_id', 'api_token', 'access_key', 'url', 'endpoint', 'host', 'domain', 'key', 'secret', 'id', 'user'],
  ...['email', 'password', 'account', 'site', 'shop', 'client', 'tenant', 'refresh', 'bearer', 'pat', 'app_secret'],
];
const sameName = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

test('likeness moves no value: its key must be the same name, or its format the field', () => {
  for (const { slug, auth } of schemas) {
    for (const [authType, { fields }] of Object.entries<Untyped>(auth)) {
      for (const key of OTHER_KEYS.filter((name) => !Object.hasOwn(fields, name))) {
        const value = 'https://login.example.com/fake-value/token';
        const body = { slug, auth_object: { [authType]: { [key]: value } } };
        const request = { headers: { 'x-api-key': 'fake', linked_account_id: 'a' }, body };
        const after = repair(request, checkRequest(request).hints).body.auth_object[authType];
        const [moved] = Object.keys(after);
        if (moved !== key) assert.equal(sameName(moved), sameName(key), `${slug} ${key} → ${moved}`);
        assert.equal(Object.values(after)[0], moved === key ? value : Object.values(after)[0]);
      }
    }
  }
});

test('a field that is written in another case or with other separators is moved', () => {
  for (const { slug, authType, name } of FIELDS) {
    const written = name.split('_').join(' ').toUpperCase();
    if (written === name || !name.includes('_')) continue;
    const body = { slug, auth_object: { [authType]: { [written]: 'fake-value-1' } } };
    const request = { headers: { 'x-api-key': 'fake', linked_account_id: 'a' }, body };
    const after = repair(request, checkRequest(request).hints).body.auth_object[authType];
    assert.deepEqual(Object.keys(after), [name], `${slug} ${written}`);
  }
});
