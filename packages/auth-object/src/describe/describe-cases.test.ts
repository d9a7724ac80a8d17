// Every issue and every hint of every case has a text in English and in German, without a value.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { bytesOfBase64, disguised, leakIn, loadCases, resolve } from '../testing/shared-cases.ts';
import { checkAuthObject, checkRequest, describe } from '../testing/untyped.ts';

/** Every verdict of every case; also with secrets in characters that no text has, and with likely issues as hints. */
function* verdicts() {
  for (const { file, cases } of loadCases()) {
    for (const testCase of cases) {
      const { call, request, context = {} } = resolve(testCase);
      const { headers, slug } = request;
      const isForm = call === 'auth_object';
      const body =
        request.bodyBase64 === undefined ? (request.bodyText ?? request.body) : bytesOfBase64(request.bodyBase64);
      const form = { form: true, slug, authObject: request.auth_object, context };
      const original = isForm ? form : { headers, slug, body, context };
      const isOpen = isForm || (typeof body === 'object' && body !== null && request.bodyBase64 === undefined);
      const others = isOpen && !Array.isArray(body) ? [disguised(original)] : [];
      for (const one of [original, ...others]) {
        for (const trust of ['all', 'documented']) {
          const options = { ...one.context, trust };
          const verdict = isForm ? checkAuthObject(one.slug, one.authObject, options) : checkRequest(one, options);
          yield { name: `${file}: ${testCase.description}`, verdict, isDisguised: one !== original };
        }
      }
    }
  }
}

/** Those that JSON text may have. */
const REASONS = [
  ...['missing', 'incomplete_set', 'unknown_field', 'blank', 'wrong_type', 'unknown_app', 'not_json', 'not_object'],
  ...['unknown_auth_type', 'several_auth_types', 'no_auth_type', 'unknown_key', 'unknown_account', 'custom_app'],
  'verification',
];

const all = [...verdicts()].flatMap(({ name, verdict, isDisguised }) =>
  [...(verdict.issues ?? []), ...verdict.hints].map((it) => ({ name, it, isDisguised })),
);

test('in English it is the help', () => {
  for (const { name, it } of all) {
    assert.ok(it.help, name);
    assert.equal(describe(it), it.help, name);
    assert.equal(describe(it, { locale: 'en', words: {} }), it.help, name);
  }
});

test('in German it is another text, whole, and without a value', () => {
  for (const { name, it, isDisguised } of all) {
    const text = describe(it, { locale: 'de' });
    assert.ok(text.length > 5 && text !== it.help, `${name}: ${text}`);
    assert.doesNotMatch(text, /undefined|null,|NaN|\[object|\s\s|\(\)|: \./, `${name}: ${text}`);
    assert.match(text, /[.?)]$/, `${name}: ${text}`);
    if (isDisguised) assert.equal(leakIn(text), undefined, `${name}: ${text}`);
  }
});

test('the cases have every reason and every hint', () => {
  const seen = new Set(all.map(({ it }) => it.reason ?? it.code));
  const generated = readFileSync(new URL('../generated/codes.ts', import.meta.url), 'utf8');
  const hints = /type HintCode =(?<names>[^;]*);/.exec(generated)?.groups?.names.match(/\w+/g) ?? [];
  for (const name of [...REASONS, ...hints]) assert.ok(seen.has(name), name);
});
