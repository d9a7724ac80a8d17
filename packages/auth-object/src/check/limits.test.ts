/** Limits of requests and of registered apps. `pkg-tests/cases/limits.json` has those of a body in text. */
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import {
  app,
  checkAuthObject,
  checkRequest,
  DEFAULT_LIMITS,
  registerApp,
  registerApps,
  standardSchema,
} from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const STRUCTURE = { keybased: { api_key: 'string' } };

/** The limit that a verdict names; `undefined` without one. */
const limitOf = ({ issues = [] }: Untyped) => issues.find(({ reason }) => reason === 'too_large')?.what;

test('an object is measured as JSON text', () => {
  const body = { slug: 'copper', auth_object: { api_token: 'fake-ä-\u0001', email: 'fake@example.com' } };
  const bytes = new TextEncoder().encode(JSON.stringify(body)).length;
  const ofBytes = (requestBytes) => limitOf(checkRequest({ headers, body }, { limits: { requestBytes } }));
  assert.deepEqual([ofBytes(bytes), ofBytes(bytes - 1)], [undefined, 'request_bytes']);
  for (const limits of [{ nesting: 1 }, { keys: 3 }]) {
    assert.equal(limitOf(checkRequest({ headers, body }, { limits })), Object.keys(limits)[0]);
    assert.equal(limitOf(checkAuthObject(body.slug, body.auth_object, { limits: { nesting: 1 } })), 'nesting');
  }
});

test('a long value that raises no hint exceeds the limit too', () => {
  const long = 'a'.repeat(DEFAULT_LIMITS.requestBytes);
  for (const hints of [true, false]) {
    const verdicts = [
      checkAuthObject('slack', { bot_token: long }, { hints }),
      checkAuthObject('copper', { keybased: { api_token: long, email: 'fake@example.com' } }, { hints }),
      checkRequest({ headers, body: { slug: 'slack', auth_object: { bot_token: long } } }, { hints }),
      checkRequest(
        { headers, body: { slug: 'slack', auth_object: { bot_token: 'fake' }, linked_account_id: long } },
        { hints },
      ),
      checkRequest({ headers, slug: long, body: { slug: 'slack', auth_object: { bot_token: 'fake' } } }, { hints }),
      checkRequest({ headers, slug: long, body: { auth_object: { bot_token: 'fake' } } }, { hints }),
      checkAuthObject(long, { bot_token: 'fake' }, { hints }),
    ];
    assert.deepEqual(verdicts.map(limitOf), Array(7).fill('request_bytes'));
  }
});

test('a schema has the default limits', () => {
  const { validate } = standardSchema('slack')['~standard'];
  const { issues } = validate({ bot_token: 'a'.repeat(DEFAULT_LIMITS.requestBytes) });
  assert.match(issues[0].message, /longer than 16 MiB/);
});

test('the size and number of registered apps are limited', () => {
  const bytes = 'limited_one'.length + JSON.stringify(STRUCTURE).length;
  const tooLarge = { limits: { appBytes: bytes - 1 } };
  const words = /registerApp: The slug and the auth structure are longer than \d+ bytes\. Raise the limit appBytes/;
  assert.throws(() => registerApp('limited_one', STRUCTURE, tooLarge), words);
  assert.throws(() => registerApp('x'.repeat(1e8), STRUCTURE), /longer than 64 KiB/);
  assert.throws(() => registerApp('x', { keybased: { ['f'.repeat(1e6)]: 'string' } }), /longer than 64 KiB/);
  assert.throws(() => registerApp('x', STRUCTURE, { limits: { apps: 0 } }), TypeError);
  assert.throws(() => registerApp('x', STRUCTURE, { limit: {} }), /unknown option "limit"/);
  assert.equal(app('limited_one'), undefined);

  registerApp('limited_one', STRUCTURE, { limits: { appBytes: bytes, apps: 1 } });
  registerApp('limited_one', STRUCTURE, { limits: { apps: 1 } });
  const full = /registerApp: At most 1 apps can be registered, and replaced ones count\./;
  assert.throws(() => registerApps({ limited_two: STRUCTURE }, { limits: { apps: 1 } }), full);
  assert.throws(() => registerApp('limited_one', { keybased: { b: 'string' } }, { limits: { apps: 1 } }), full);
  registerApps({ limited_two: STRUCTURE });
  assert.deepEqual([app('limited_one')?.slug, app('limited_two')?.slug], ['limited_one', 'limited_two']);
});
