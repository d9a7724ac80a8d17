// The fast path gives the verdict that the instance gives. fast-path.long.test.ts compares a million.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';

/** How often the instance was asked for a verdict. */
let asked = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  override get exports(): WebAssembly.Exports {
    const { check, ...exports }: Untyped = super.exports;
    const counted = (...args) => {
      asked++;
      return check(...args);
    };
    return check === undefined ? exports : { ...exports, check: counted };
  }
};
const { agrees } = await import('../testing/fast-path-requests.ts');
const { checkAuthObject, checkRequest, registerApp } = await import('../testing/untyped.ts');

const RUNS = Number(process.env.RUNS ?? 20_000);
const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const auth_object = { oauth2: { access_token: 'fake-access-token-1', refresh_token: 'fake-refresh-token-1' } };

test('random requests get the same verdict from the fast path and from the instance', () => {
  asked = 0;
  const silent = agrees(RUNS, Number(process.env.SEED ?? 1));
  assert.ok(silent > RUNS / 4, `${silent} accepted without hints`);
  // Each request once by the instance alone: of the other calls the fast path answers most that are silent.
  assert.ok(2 * RUNS - asked > silent / 2, `${asked} verdicts by the instance, ${silent} accepted without hints`);
});

test('an accepted request does not reach the instance', () => {
  checkRequest({ headers, body: { slug: 'hubspot', auth_object } });
  asked = 0;
  const calls = [
    () => checkRequest({ headers, body: { slug: 'hubspot', auth_object } }),
    () =>
      checkRequest({
        headers,
        slug: 'hubspot',
        body: { linked_account_id: 'account:1', auth_object: auth_object.oauth2 },
      }),
    () => checkAuthObject('hubspot', auth_object),
    () => checkAuthObject('hubspot', { oauth2: { refresh_token: 'short' } }, { hints: false }),
  ];
  for (const call of calls) assert.equal(call().ok, true);
  assert.equal(asked, 0);
  assert.equal(checkAuthObject('hubspot', { oauth2: { acces_token: 'fake' } }).ok, false);
  assert.equal(asked, 1);
});

test('each verdict is the caller’s own', () => {
  const first = checkAuthObject('hubspot', auth_object);
  const second = checkAuthObject('hubspot', auth_object);
  assert.deepEqual(first, second);
  for (const verdict of [first, second]) {
    for (const part of [verdict, verdict.response, verdict.response.body, verdict.hints, verdict.unchecked]) {
      assert.equal(Object.isFrozen(part), false);
    }
  }
  first.hints.push('changed');
  first.unchecked.length = 0;
  first.response.body.message = 'changed';
  assert.deepEqual(checkAuthObject('hubspot', auth_object), second);
});

test('a getter that removes a field removes it for the fast path as well', () => {
  const fields = {
    get api_token() {
      delete this.email;
      return 'fake-token';
    },
    email: 'a@example.com',
  };
  assert.equal(checkAuthObject('copper', { keybased: fields }, { hints: false }).ok, false);
});

test('lone surrogates in headers are what they are for the instance', () => {
  const name = 'fake-\ud800';
  for (const [changed, context] of [
    [{ 'x-api-key': name }, { apiKeys: [name] }],
    [{ linked_account_id: name }, { linkedAccounts: [name] }],
  ]) {
    const okOf = (body) => checkRequest({ headers: { ...headers, ...changed }, body }, context).ok;
    const body = { slug: 'hubspot', auth_object };
    assert.equal(okOf(body), okOf(JSON.stringify(body)));
  }
});

test('a registered app changes what is accepted at once', () => {
  const isOk = (object) => checkAuthObject('gmail', object, { hints: false }).ok;
  assert.equal(isOk(auth_object), true);
  registerApp('gmail', { keybased: { token: 'string' } });
  assert.equal(isOk(auth_object), false);
  assert.equal(isOk({ keybased: { token: 'fake-token' } }), true);
});
