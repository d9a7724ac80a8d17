// An instance that failed is thrown away: the failing call throws AuthObjectError, and the next one starts afresh.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import {
  AuthObjectError,
  app,
  apps,
  checkAuthObject,
  checkRequest,
  checkRows,
  inputFields,
  RowChecker,
  redact,
  registerApp,
  repair,
} from '../entry/rows.ts';
import { entryUrl, outputOf } from '../testing/processes.ts';
import type { Untyped } from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const good = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token', refresh_token: 'fake-token' } } };
const rejected = { slug: 'netsuite', auth_object: { keybased: { acount_id: ' fake ' } } };
const own = { keybased: { my_token: 'string' } };
const context = { requestId: 'fixed', now: 1_700_000_000_000 };

registerApp('own_app', own);
const CALLS = [
  () => checkRequest({ headers, body: good }, context),
  () => checkRequest({ headers, body: JSON.stringify(rejected) }, context),
  () => checkRequest({ headers, body: rejected }, context),
  () => checkAuthObject('own_app', { keybased: { my_token: 'fake-token-of-own-app-1' } }, context),
  () => checkAuthObject('own_app', { keybased: { my_tokn: 'fake' } }, context),
  () => checkRequest({ headers, body: good }, { ...context, linkedAccounts: { has: () => true }, customApps: ['own'] }),
];
const expected = CALLS.map((call) => JSON.stringify(call()));

/** Ten thousand right answers. */
function isRight() {
  for (let number = 0; number < 10_000; number++) {
    const index = number % CALLS.length;
    assert.equal(JSON.stringify(CALLS[index]()), expected[index]);
  }
  assert.equal(app('own_app')?.basis, 'live');
}

/**
 * Calls at the deepest possible recursion, then at less deep ones.
 *
 * @returns what the calls threw, or `undefined`
 */
function atDepths(count, call) {
  /** Of every STEP frames one calls, so that the last call has about 100 kB of the stack. */
  const STEP = 4;
  const thrown: Untyped[] = [];
  let frames = 0;
  function down() {
    try {
      down();
    } catch {
      // The stack was full.
    }
    if (frames++ % STEP !== 0 || thrown.length === count) return;
    let error: unknown;
    try {
      call();
    } catch (caught) {
      error = caught;
    }
    thrown.push(error);
  }
  down();
  return thrown;
}

const ALL = {
  checkRequest: CALLS[2],
  'an accepted object': CALLS[0],
  'JSON text': CALLS[1],
  lookups: CALLS[5],
  apps,
  inputFields: () => inputFields('netsuite', 'keybased'),
  redact: () => redact({ body: good }),
  repair: () =>
    repair({ body: ' ' }, [
      { code: 'quoted', path: ['a'], help: '', fix: [{ op: 'replace', path: '/a', edit: 'trim' }] },
    ]),
  checkRows: () => checkRows(JSON.stringify(rejected)),
  registerApp: () => registerApp('own_app', own),
};

for (const [name, call] of Object.entries(ALL)) {
  test(`a call stack that is full at 200 depths breaks nothing: ${name}`, () => {
    const thrown = atDepths(200, call);
    const codes = thrown.map((error) => (error === undefined ? 'none' : (error.code ?? error.name)));
    for (const [index, code] of codes.entries()) {
      assert.ok(['none', 'stack', 'RangeError'].includes(code), thrown[index]?.stack);
    }
    assert.deepEqual([codes.length, codes[0] !== 'none', codes.at(-1)], [200, true, 'none']);
    isRight();
  });
}

test('what has() throws is thrown as it is, and breaks nothing', () => {
  const boom = new Error('boom');
  const throwing = {
    has() {
      throw boom;
    },
  };
  for (const body of [good, JSON.stringify(good)]) {
    for (const option of ['linkedAccounts', 'integrations']) {
      const flat = { slug: 'hubspot', auth_object: good.auth_object.oauth2 };
      const sent = option === 'integrations' ? flat : body;
      assert.throws(
        () => checkRequest({ headers, body: sent }, { [option]: throwing }),
        (error) => error === boom,
      );
    }
  }
  isRight();
});

test('has() may call the library', () => {
  const calling = { has: () => checkRequest({ headers, body: JSON.stringify(rejected) }, context).ok === false };
  const { ok } = checkRequest({ headers, body: JSON.stringify(good) }, { ...context, linkedAccounts: calling });
  assert.equal(ok, true);
  const rows = `${JSON.stringify({ linked_account_id: 'a', ...good })}\n`.repeat(3);
  assert.equal(checkRows(rows, { linkedAccounts: calling }).accepted, 3);
  isRight();
});

test('a call that fails inside has() fails the call around it, even if it is caught', () => {
  const failing = {
    has() {
      atDepths(200, CALLS[2]);
      return CALLS[4]().ok === false;
    },
  };
  const isStack = (error) => error instanceof AuthObjectError && error.code === 'stack';
  const call = () => checkRequest({ headers, body: JSON.stringify(good) }, { linkedAccounts: failing });
  assert.throws(call, isStack);
  const rows = `${JSON.stringify({ linked_account_id: 'a', ...good })}\n`;
  assert.throws(() => checkRows(rows, { linkedAccounts: failing }), isStack);
  isRight();
});

test('a checker of rows whose instance has ended says to start again', () => {
  const checker = new RowChecker();
  checker.push(`${JSON.stringify(good)}\n`);
  atDepths(200, CALLS[2]);
  const isStale = ({ name, code, message }) =>
    name === 'AuthObjectError' && code === 'internal' && /new checker/.test(message);
  assert.throws(() => checker.push(JSON.stringify(good)), isStale);
  assert.throws(() => checker.end(), isStale);
  isRight();
});

test('an app that is registered meanwhile does not change the rows of a checker', () => {
  const rowOf = (fields) => `${JSON.stringify({ slug: 'own_app', auth_object: { keybased: fields } })}\n`;
  const checker = new RowChecker();
  assert.deepEqual(checker.push(rowOf({ my_token: 'fake' })), []);
  registerApp('own_app', { keybased: { other: 'string' } });
  try {
    assert.deepEqual(checker.push(rowOf({ my_token: 'fake' })), []);
    assert.equal(checker.push(rowOf({ other: 'fake' })).length, 1);
    assert.deepEqual(checker.end().byApp, { own_app: { total: 3, accepted: 2, rejected: 1, likely: 0 } });
  } finally {
    registerApp('own_app', own);
  }
});

/** Runs a module that gets what the tests above have; its output. */
function inProcess(script, ...flags) {
  const start = `
    import * as api from ${JSON.stringify(entryUrl('rows'))};
    const { AuthObjectError, checkRequest, checkAuthObject, registerApp, app } = api;
    const headers = ${JSON.stringify(headers)}, good = ${JSON.stringify(good)}, rejected = ${JSON.stringify(rejected)};
    registerApp('own_app', ${JSON.stringify(own)});
    const verdict = (body) => JSON.stringify(checkRequest({ headers, body }, ${JSON.stringify(context)}));
    const expected = [good, rejected].map(verdict);
    const most = 2 ** 32 - 1;
    const unlimited = { limits: { requestBytes: most, nesting: most, keys: most } };
    const isRight = () => {
      for (let number = 0; number < 10_000; number++) {
        const index = number % 2;
        if (verdict([good, rejected][index]) !== expected[index]) return false;
      }
      return app('own_app').basis === 'live';
    };
    const codeOf = (call) => {
      try { call(); return 'none'; } catch (error) { return error instanceof AuthObjectError ? error.code : String(error); }
    };
  `;
  return outputOf(start + script, { flags });
}

test('a body that does not fit in memory is too large', () => {
  const script = `
    const codes = [
      codeOf(() => checkRequest({ body: 'x'.repeat(2e7) }, unlimited)),
      codeOf(() => checkRequest({ headers, body: new Uint8Array(2e7) }, unlimited)),
      codeOf(() => checkRequest({ headers, body: '{' + '"a":{},'.repeat(1e6) + '"b":1}' }, unlimited)),
    ];
    console.log(codes.join(), isRight(), checkRequest({ body: new Uint8Array(1e6) }).ok);
  `;
  assert.match(inProcess(script, '--wasm-max-mem-pages=200'), /^too_large,too_large,(none|too_large) true false$/);
});

test('memory exhausted by a body of 450 MB breaks nothing', () => {
  const script = `
    const write = (text, at) => body.set(new TextEncoder().encode(text), at);
    const keys = new TextEncoder().encode(Array.from({ length: 3e6 }, (_, number) => ',"' + number + '":{}').join(''));
    const body = new Uint8Array(450e6).fill(32);
    write('{"auth_object":{"a":1', 0);
    for (let at = 30; at + keys.length < body.length - 2; at += keys.length) body.set(keys, at);
    write('}}', body.length - 2);
    console.log(codeOf(() => checkRequest({ headers, body }, unlimited)), isRight());
  `;
  // Room for the body and some more: with all of 4 GB the keys would take a minute.
  assert.equal(inProcess(script, '--wasm-max-mem-pages=10000'), 'too_large true');
});

test('what exceeds a limit is rejected before it can exhaust the memory', () => {
  const script = `
    const bodies = [
      { slug: '\\u0001'.repeat(6e7), auth_object: {} },
      { slug: 'hubspot', auth_object: [new Array(2 ** 29)] },
      { slug: 'netsuite', auth_object: { keybased: { account_id: 'a'.repeat(3e8), token_id: 'b'.repeat(3e8) } } },
      'a'.repeat(2 ** 29 - 24),
      new Uint8Array(450e6),
    ];
    const reasons = bodies.map((body) => checkRequest({ headers, body }).issues[0].reason);
    console.log(reasons.join(), isRight());
  `;
  assert.equal(inProcess(script), 'too_large,too_large,too_large,too_large,too_large true');
});
