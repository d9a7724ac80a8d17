// The numbers of the boundary stand on both sides of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const NUMBER = /const (?<name>[A-Z_]+)(?:: u32)? = (?<value>[^;[]+);/g;

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const numbersOf = (text) =>
  Object.fromEntries(Array.from(text.matchAll(NUMBER), ({ groups: { name, value } }) => [name, numberOf(value)]));

/** `63`, `0xffffffff`, `1 << 3`, `u32::MAX`, `u32::MAX - 1` */
function numberOf(text) {
  const [first, operator, second] = text.replace('u32::MAX', '0xffffffff').split(' ');
  if (operator === '<<') return Number(first) << Number(second);
  return Number(first) - Number(second ?? 0);
}

const script = numbersOf(read('npm/src/flags.ts'));

test('Rust and TypeScript have the same flags', () => {
  const [, flags] = read('src/wasm/check.rs').split('impl Flags {');
  const bits = numbersOf(flags.split(' fn ')[0]);
  assert.deepEqual(bits, Object.fromEntries(Object.keys(bits).map((name) => [name, script[name]])));
  assert.ok('REJECTED' in bits);
});

test('every other number is one of Rust as well', () => {
  const rust = { ...numbersOf(read('src/wasm/plain.rs')), ...numbersOf(read('src/wasm/check.rs')) };
  // The key of an accepted request has a bit of the same name, for another word.
  const { FLAT: _, ...numbers } = script;
  for (const [name, value] of Object.entries(numbers)) assert.equal(rust[name], value, name);
  assert.ok('ELSEWHERE' in numbers);
});
