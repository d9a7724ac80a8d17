// The flags stand on both sides of the boundary.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const BIT = /const (?<name>[A-Z_]+)(?:: u32)? = 1(?: << (?<bit>\d+))?;/g;

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const bitsOf = (text) => Object.fromEntries(Array.from(text.matchAll(BIT), ({ groups: { name, bit } }) => [name, bit]));

test('Rust and TypeScript have the same flags', () => {
  const [, flags] = read('src/wasm/check.rs').split('impl Flags {');
  const bits = bitsOf(read('npm/src/flags.ts'));
  assert.deepEqual(bitsOf(flags.split(' fn ')[0]), bits);
  assert.ok('REJECTED' in bits);
});
