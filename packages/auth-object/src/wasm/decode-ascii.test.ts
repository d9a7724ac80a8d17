// The WebAssembly module as printable ASCII: what scripts/ascii/encode.mjs writes, decode-ascii.ts reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';
import { encodeAscii } from '../../scripts/ascii/encode.mjs';
import { decodeAscii } from './decode-ascii.ts';

/** Characters that no JavaScript string, template literal or HTML page has to escape. */
const SAFE = /^[ !#%(-;=-[\]-_a-~]*$/;

function assertRoundTrip(bytes) {
  const text = encodeAscii(bytes);
  assert.match(text, SAFE);
  const decoded = decodeAscii(text);
  // Not deepEqual, which takes seconds for large arrays.
  assert.ok(Buffer.from(decoded).equals(Buffer.from(bytes)), `${bytes.length} bytes`);
}

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test('no byte', () => assertRoundTrip(new Uint8Array(0)));

test('each byte alone', () => {
  for (const byte of all) assertRoundTrip(Uint8Array.of(byte));
});

test('all bytes, in both orders, and each as the most frequent', () => {
  assertRoundTrip(all);
  assertRoundTrip(all.slice().reverse());
  for (const byte of all) assertRoundTrip(Uint8Array.of(...all, byte, byte, ...all));
});

test('every length up to 300, of one byte and of escaped ones', () => {
  for (let length = 0; length <= 300; length++) {
    assertRoundTrip(new Uint8Array(length).fill(7));
    assertRoundTrip(all.slice(0, Math.min(length, 256)));
  }
});

test('random bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => assertRoundTrip(bytes)));
});

test('more than a page of memory, evenly random', () => {
  for (const length of [65_535, 65_536, 65_537, 300_000]) {
    let state = length;
    assertRoundTrip(Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 24));
  }
});

test('a module of the package', () => {
  assertRoundTrip(readFileSync(new URL('../../wasm/auth_object_bg.wasm', import.meta.url)));
});
