// The input buffer of the instance, which grows and shrinks.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { checkRequest } from '../testing/untyped.ts';

const headers = { 'x-api-key': 'tk_fake', linked_account_id: 'account:12345' };

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
