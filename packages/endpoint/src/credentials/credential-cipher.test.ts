// The cipher overwrites the plain values and the copy of the key that it makes.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { CredentialCipher } from './credential-cipher.ts';

const LOCATION = { environment: 'test', accountId: 'account:12345', slug: 'slack', field: 'bot_token' } as const;
const { subtle } = crypto;
const original = { encrypt: subtle.encrypt, decrypt: subtle.decrypt, importKey: subtle.importKey };
/** The bytes that came in or out of WebCrypto in the clear. */
const plain: Uint8Array[] = [];
Object.assign(subtle, {
  encrypt(...args: Parameters<SubtleCrypto['encrypt']>) {
    plain.push(args[2] as Uint8Array);
    return original.encrypt.apply(subtle, args);
  },
  async decrypt(...args: Parameters<SubtleCrypto['decrypt']>) {
    const bytes = await original.decrypt.apply(subtle, args);
    plain.push(new Uint8Array(bytes));
    return bytes;
  },
  importKey(...args: Parameters<SubtleCrypto['importKey']>) {
    plain.push(args[1] as Uint8Array);
    return original.importKey.apply(subtle, args);
  },
});

for (const key of [undefined, new Uint8Array(32).fill(7), Buffer.alloc(32, 7).toString('base64')]) {
  test(`no plain bytes are left, with a key that is ${key === undefined ? 'random' : typeof key}`, async () => {
    plain.length = 0;
    const cipher = new CredentialCipher('test', key);
    const [sealed, other] = await Promise.all([cipher.encrypt(LOCATION, 'fake-1'), cipher.encrypt(LOCATION, 'fake-2')]);
    assert.deepEqual(await Promise.all([cipher.decrypt(LOCATION, sealed), cipher.decrypt(LOCATION, other)]), [
      'fake-1',
      'fake-2',
    ]);
    assert.deepEqual(
      plain.map((bytes) => bytes.length),
      [32, 6, 6, 6, 6],
    );
    assert.ok(plain.every((bytes) => bytes.every((byte) => byte === 0)));
    // The caller's own bytes stay.
    if (key instanceof Uint8Array) assert.equal(key[0], 7);
  });
}
