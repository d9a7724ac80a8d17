// What a call reads does not stay in the input buffer.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';

/** Every instance that the library makes; the last one is its own, after the one that reads the inlined wasm. */
const instances: Untyped[] = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args: Untyped[]) {
    super(...(args as [WebAssembly.Module]));
    instances.push(this);
  }
};
const { checkAuthObject, checkRequest, checkRows, redact, repair } = await import('../testing/untyped-rows.ts');

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };
const value = 'fake-value-with-ä';
const accepted = { oauth2: { access_token: `fake-1-${'a'.repeat(30)}`, refresh_token: 'fake!refresh-token' } };
const body = { slug: 'hubspot', auth_object: { oauth2: { acces_token: value } } };
const trim = [{ code: 'quoted', path: [], help: '', fix: [{ op: 'replace', path: '/a', edit: 'trim' }] }];

const CALLS = {
  'an accepted form': () => checkAuthObject('hubspot', accepted),
  'a rejected form': () => checkAuthObject('hubspot', { oauth2: { acces_token: value } }),
  'an object': () => checkRequest({ headers, body }),
  text: () => checkRequest({ headers, body: JSON.stringify(body) }),
  bytes: () => checkRequest({ headers, body: new TextEncoder().encode(JSON.stringify(body)) }),
  'what has no JSON text': () => checkRequest({ headers, body: { ...body, other: 7n } }),
  'a getter that throws when it is read again': () => {
    let reads = 0;
    const fields = {
      get access_token() {
        if (reads++ > 0) throw new Error('read again');
        return value.repeat(100);
      },
      refresh_token: 'fake-token',
    };
    return checkAuthObject('hubspot', { oauth2: fields });
  },
  'a lookup': () =>
    checkRequest({ headers, body }, { linkedAccounts: { has: () => checkRequest({ headers, body }).ok } }),
  rows: () => checkRows(`${JSON.stringify(body)}\n`),
  redact: () => redact({ body }),
  repair: () => repair({ body: { a: ` ${value} ` } }, trim),
};

for (const [name, call] of Object.entries(CALLS)) {
  test(`${name} leaves the input buffer empty`, () => {
    call();
    const { memory, reserve } = instances.at(-1).exports;
    const BYTES = 1 << 14;
    const buffer = new Uint8Array(memory.buffer, reserve(BYTES) >>> 0, BYTES);
    assert.ok(buffer.every((byte) => byte === 0));
  });
}

test('an edit leaves nothing in the freed memory', () => {
  // The allocator writes over the first bytes of what is freed.
  const secret = `${'a'.repeat(100)}-fake-secret-of-this-test`;
  repair({ body: { a: ` ${secret} ` } }, trim);
  const { memory } = instances.at(-1).exports;
  assert.ok(!Buffer.from(memory.buffer).includes(secret.slice(100)));
});

test('a shorter buffer at the same address is not written beyond its end', () => {
  const limits = { requestBytes: 1e8 };
  const okOf = (token) =>
    checkRequest({ headers, body: { slug: 'slack', auth_object: { access_token: token } } }, { limits }).ok;
  // The memory grows here, so that it does not below.
  assert.equal(okOf('a'.repeat(40_000_000)), true);
  for (const token of ['a'.repeat(3_000_000), '漢'.repeat(1_400_000), '漢'.repeat(16_000), 'a']) {
    assert.equal(okOf(token), true);
  }
});
