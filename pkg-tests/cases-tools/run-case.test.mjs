// The runner finds differences: each test has a library that is wrong in one way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCase } from './run-case.mjs';

const body = { slug: 'copper', auth_object: { keybased: { api_token: 'fake-token-1', email: 7 } } };
const text = 'auth_object values must be valid strings';
const testCase = {
  description: 'a number',
  request: { headers: { 'x-api-key': 'tk_fake_1', linked_account_id: 'account:12345' }, body },
  context: { requestId: 'fake-id', linkedAccounts: ['account:12345'] },
  expect: {
    ok: false,
    certainty: 'certain',
    status: 400,
    body: JSON.stringify({ message: text }),
    issues: [{ code: 'invalid_value', path: ['auth_object', 'keybased', 'email'] }],
    hints: [],
    repaired: body,
  },
};

/** A library that knows this one case; `spoil` changes its verdict. */
function library(spoil = () => {}) {
  return {
    checkRequest(request, context) {
      const issue = {
        code: 'invalid_value',
        path: ['auth_object', 'keybased', 'email'],
        message: text,
        reason: 'wrong_type',
        help: 'The Email Address must be a string, but it is a number.',
        basis: 'documented',
        certainty: 'certain',
      };
      const verdict = {
        ok: false,
        certainty: 'certain',
        response: { status: 400, body: { message: text } },
        issues: [issue],
        hints: [],
        unchecked: [],
      };
      spoil(verdict, request, context);
      return verdict;
    },
    repair: (request) => request,
  };
}

const differences = (spoil) => runCase(library(spoil), testCase).join('\n');

test('a right verdict passes', () => {
  assert.equal(differences(), '');
});

test('a wrong member is named', () => {
  assert.match(
    differences((verdict) => verdict.issues.pop()),
    /^issues: expected/,
  );
  assert.match(
    differences((verdict) => {
      verdict.response.status = 500;
    }),
    /^status: expected 400, found 500/,
  );
  assert.match(
    differences((verdict) => verdict.hints.push({ code: 'quoted', path: ['auth_object'], help: 'help' })),
    /^hints: expected \[\]/,
  );
});

test('the message must be the answer', () => {
  assert.match(
    differences((verdict) => {
      verdict.issues[0].message = 'other';
    }),
    /message is not the answer's/,
  );
});

test('a reader that sees something else is named', () => {
  const onBytes = (verdict, { body: sent }) =>
    sent instanceof Uint8Array && verdict.unchecked.push('verification_failed');
  assert.match(differences(onBytes), /^bytes gives another verdict than text/);
  const onSets = (verdict, _, { linkedAccounts }) =>
    linkedAccounts instanceof Set && verdict.unchecked.push('invalid_credentials');
  assert.match(differences(onSets), /^value, sets in the context gives another verdict/);
});

test('an exception is a difference', () => {
  const thrown = () => {
    throw new RangeError('no');
  };
  assert.match(differences(thrown), /^text throws RangeError: no/);
});

test('a piece of a secret is found, though the words of honest messages are in the value', () => {
  const honest = (verdict) => {
    verdict.issues[0].help = 'The token in api_token must be a text; fake or not.';
  };
  // The help is the same in the other calls, so that the leak is the only difference.
  const leak = (verdict, { body: sent }) => {
    const secret = typeof sent === 'object' ? sent.auth_object?.keybased?.api_token : undefined;
    if (secret !== undefined && secret !== 'fake-token-1')
      verdict.issues[0].help = `It begins with ${secret.slice(0, 6)}.`;
  };
  assert.equal(differences(honest), '');
  assert.match(differences(leak), /^a piece of a secret shows/);
});

test('a decision that rests on the letters of a secret is found', () => {
  const picky = (verdict, { body: sent }) => {
    const secret = typeof sent === 'object' ? sent.auth_object?.keybased?.api_token : undefined;
    if (secret !== undefined && secret !== 'fake-token-1') verdict.issues[0].code = 'invalid_json';
  };
  assert.match(differences(picky), /^other secrets of the same class/);
});

test('a repair that differs is named', () => {
  const api = {
    ...library(),
    repair: (request) => ({ ...request, body: typeof request.body === 'string' ? '{}' : {} }),
  };
  assert.match(runCase(api, testCase).join('\n'), /^repaired: expected .*, found \{\}/);
});
