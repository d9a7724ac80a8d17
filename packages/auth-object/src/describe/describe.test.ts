// describe: issues and hints in English, in German, and in words of the caller.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { test } from 'vitest';
import { checkAuthObject, describe } from '../testing/untyped.ts';

const issue = (code, reason) => ({ code, path: ['body'], message: '', help: 'Help.', certainty: 'certain', ...reason });
const set = {
  ...{ reason: 'incomplete_set', app: 'NetSuite', closest: ['client_id', 'private_key'], lacking: ['private_key'] },
  sets: [['access_token'], ['client_id', 'private_key'], ['account_id', 'certificate_id']],
  labels: {
    access_token: 'Access Token',
    client_id: 'Client ID',
    private_key: 'Private Key',
    account_id: 'Account ID',
  },
};
const field = { reason: 'unknown_field', app: 'HubSpot', authType: 'oauth2', key: 'tokn', permitted: ['a', 'b'] };

const hint = (code, more = {}) => ({ code, path: ['body'], help: 'Help.', ...more });

/** What German says to the parameters of a reason. */
const GERMAN = [
  [issue('keybased_fields', { reason: 'missing', field: 'store_name', label: 'Store Name' }), 'Store Name eingeben.'],
  [issue('slug_required', { reason: 'missing', field: 'slug', label: 'slug' }), /^Die App in slug nennen/],
  [issue('auth_object_required', { reason: 'missing', field: 'auth_object', label: 'auth_object' }), /in auth_object/],
  [issue('invalid_value', { reason: 'blank', field: 'email', label: 'Email' }), 'Email eingeben; das Feld ist leer.'],
  [issue('invalid_value', { reason: 'blank', field: 'a', label: 'A', optional: true }), 'A eingeben oder weglassen.'],
  [
    issue('invalid_value', { reason: 'wrong_type', field: 'a', label: 'A', expected: 'string', actual: 'number' }),
    'A muss ein String sein, ist aber eine Zahl. In Anführungszeichen setzen.',
  ],
  [
    issue('auth_object_required', {
      reason: 'wrong_type',
      field: 'a',
      label: 'A',
      expected: 'object',
      actual: 'array',
    }),
    'A muss ein Objekt sein, ist aber ein Array.',
  ],
  [
    issue('oauth2_fields', set),
    'Private Key eingeben, oder stattdessen: Access Token; oder Account ID und certificate_id.',
  ],
  [
    issue('oauth2_fields', { ...set, sets: [['access_token'], ['client_id']], closest: ['access_token'] }),
    'Access Token oder Client ID eingeben.',
  ],
  [issue('oauth2_fields', field), 'HubSpot (oauth2) hat kein Feld „tokn“. Das Feld entfernen. Erlaubt: a, b.'],
  [issue('oauth2_fields', { ...field, suggestion: 'a' }), 'HubSpot (oauth2) hat kein Feld „tokn“. Ist a gemeint?'],
  [
    issue('oauth2_fields', { ...field, otherAuthType: 'keybased' }),
    /Es gehört zu keybased\. Das Feld entfernen oder nur/,
  ],
  [issue('oauth2_fields', { ...field, typedOnly: true }), /^Außerhalb von { "oauth2": { … } } lehnt der Dienst tokn/],
  [
    issue('auth_type', { reason: 'unknown_auth_type', app: 'A', key: 'k', permitted: ['a', 'b', 'c'] }),
    'A hat keinen Auth-Typ „k“. Möglich: a, b oder c.',
  ],
  [
    issue('auth_type', { reason: 'several_auth_types', app: 'A', permitted: ['a', 'b'] }),
    /eines Auth-Typs.*a oder b\.$/,
  ],
  [issue('auth_type', { reason: 'no_auth_type', app: 'A', permitted: ['keybased'] }), /etwa { "keybased": { … } }/],
  [
    issue('unknown_app', { reason: 'unknown_app', slug: 'gmial', suggestion: 'gmail' }),
    /„gmial“\. Ist gmail gemeint\?$/,
  ],
  [issue('unknown_app', { reason: 'unknown_app', slug: 'x' }), /auth-object pull/],
  [issue('unknown_app', { reason: 'unknown_app', slug: 'x', app: 'Xero Two' }), /^Xero Two ist eine App des Dienstes/],
  [
    issue('invalid_json', { reason: 'not_json', what: 'trailing_comma', line: 3, column: 7 }),
    /entfernen\. \(Zeile 3, Spalte 7\)$/,
  ],
  [
    issue('invalid_json', { reason: 'not_json', what: 'empty', line: 1, column: 1 }),
    /^Der Body ist leer\..*auth_object senden\.$/,
  ],
  [issue('invalid_json', { reason: 'not_object', actual: 'array' }), /ist aber ein Array\.$/],
  [issue('invalid_json', { reason: 'not_serialisable', what: 'bigint' }), /BigInt/],
  [issue('invalid_credentials', { reason: 'unknown_key' }), /x-api-key/],
  [issue('linked_account_not_found', { reason: 'unknown_account' }), /Konto/],
  [issue('custom_app', { reason: 'custom_app' }), /^Der Endpunkt lehnt Custom Apps ab/],
  [{ ...issue('custom_app', { reason: 'custom_app' }), certainty: 'likely' }, /^Ein slug mit custom- am Anfang/],
  [issue('verification_failed', { reason: 'verification' }), /abgelehnt/],
  [hint('quoted', { variant: 'empty' }), /^Zwischen den Anführungszeichen ist nichts/],
  [hint('quoted'), 'Die Anführungszeichen um den Wert entfernen.'],
  [hint('export_mark', { variant: 'null' }), /einen fehlenden Wert\. /],
  [hint('export_mark', { variant: 'error' }), /^Das ist ein Fehler einer Tabellenkalkulation/],
  [hint('export_mark', { variant: 'rounded' }), /die letzten Stellen fehlen/],
  [hint('export_mark', { variant: 'text_mark' }), /="…" darum\. /],
  [hint('unknown_format', { means: ['an A key', 'a B key'] }), /Erwartet: an A key; a B key\. /],
  [hint('foreign_format', { means: ['an A key'], field: 'b', label: 'B' }), /: an A key\. Sie gehören in B\.$/],
  [
    hint('foreign_format', { means: ['an A key'], never: 'It ends.' }),
    'Das funktioniert hier nicht: an A key. Auf Englisch: It ends.',
  ],
  [hint('foreign_format', { means: ['an A key'] }), /vom richtigen Dienst/],
  [hint('url_for_subdomain', { suffix: '.myshopify.com' }), /^Nur eingeben, was vor \.myshopify\.com steht/],
  [hint('url_for_subdomain', { variant: 'host' }), /^Nur den Hostnamen/],
  [hint('url_for_subdomain', { variant: 'port' }), /^Nur den Hostnamen eingeben\. Der Port/],
  [hint('placeholder', { variant: 'reference' }), /^Das ist ein Verweis/],
  [hint('cut_off', { variant: 'column' }), /Datenbankspalte/],
  [hint('encoded', { variant: 'json' }), /Ohne Backslashes .* statt \\\/\.$/],
  [
    hint('url_for_subdomain', { variant: 'reserved', suffix: '.zendesk.com' }),
    /acme aus https:\/\/acme\.zendesk\.com\.$/,
  ],
  [hint('private_key'), /PuTTY/],
  [hint('private_key', { variant: 'escaped_lines' }), /als \\n geschrieben/],
  [hint('private_key', { variant: 'encrypted', field: 'p', label: 'P' }), /Auch P eingeben\.$/],
  [hint('private_key', { variant: 'encrypted' }), /kein Feld für eine Passphrase/],
  [hint('token_response'), /ohne scope/],
  [hint('wrapped_credentials', { variant: 'vault' }), /HashiCorp Vault/],
  [hint('wrapped_credentials', { variant: 'service_account' }), /neu verbinden\.$/],
  [hint('doubled_suffix'), /^Nur die Subdomain/],
  [hint('near_miss_key', { suggestion: 'api_key' }), 'Dieses Feld gibt es nicht. Ist api_key gemeint?'],
  [hint('near_miss_key', { suggestion: 'api_key', variant: 'same_name' }), /^Das Feld heißt api_key\./],
  [hint('unsure', { issue: issue('oauth2_fields', field) }), /bestätigt\. HubSpot .* a, b\.$/],
];

test('German says each reason with its parameters', () => {
  for (const [it, words] of GERMAN) {
    const text = describe(it, { locale: 'de' });
    if (typeof words === 'string') assert.equal(text, words);
    else assert.match(text, words);
    assert.doesNotMatch(text, /undefined|\[object|\s\s/);
    assert.equal(describe(it), 'Help.');
  }
});

test('the texts of the caller win', () => {
  const words = { missing: ({ label }) => `${label}, please`, quoted: ({ code }) => code };
  const missing = issue('keybased_fields', { reason: 'missing', field: 'store_name', label: 'Store Name' });
  for (const locale of [undefined, 'en', 'de'])
    assert.equal(describe(missing, { locale, words }), 'Store Name, please');
  assert.equal(describe(hint('quoted'), { locale: 'de', words }), 'quoted');
  assert.equal(describe(issue('unknown_app', { reason: 'unknown_app', slug: 'x' }), { words }), 'Help.');
});

test('a wrong argument is a TypeError that lists the locales', () => {
  const [issue] = checkAuthObject('nobody', {}).issues;
  for (const locale of ['fr', 'DE', '', 'constructor', 7]) {
    assert.throws(
      () => describe(issue, { locale }),
      /^TypeError: describe: unknown locale\. The locales are en, de\.$/,
    );
  }
  for (const wrong of [undefined, null, 'help', {}, []]) assert.throws(() => describe(wrong), /^TypeError: describe: /);
});

test('a page that does not call it loads no German', async () => {
  const bundle = async (contents) => {
    const stdin = { contents, resolveDir: fileURLToPath(new URL('../entry', import.meta.url)) };
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false });
    return outputFiles[0].text;
  };
  const GERMAN = /eingeben|Anf\\xFChrungszeichen|Anführungszeichen/;
  assert.doesNotMatch(await bundle("import { checkAuthObject } from './index.ts'; checkAuthObject('', {});"), GERMAN);
  assert.match(await bundle("import { describe } from './index.ts'; describe();"), GERMAN);
});
