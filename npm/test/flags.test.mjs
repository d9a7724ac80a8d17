// The numbers of the boundary are the same on both sides.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** The names in a piece of code, in order: all that `pattern` finds after `start`, up to `end`. */
const namesAfter = (text, start, end, pattern) => {
  const [, after] = text.split(start);
  return Array.from(after.split(end)[0].matchAll(pattern), ([, name]) => name);
};
const snake = (name) => name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

test('Rust and TypeScript have the same flags', () => {
  const FLAG = /const (?<name>[A-Z_]+)(?:: u32)? = (?:1 << )?(?<value>\d+);/g;
  const flagsOf = (path) => Array.from(read(path).matchAll(FLAG), ({ groups: { name, value } }) => `${name} ${value}`);
  const flags = flagsOf('npm/src/flags.ts');
  assert.deepEqual(flags, flagsOf('crates/wasm/src/flags.rs'));
  assert.equal(flags.length, 13);
});

test('Rust and TypeScript have the same kinds of lookups, in the same order', () => {
  const kinds = namesAfter(read('crates/wasm/src/lookups.rs'), 'enum Kind {', '}', /(\w+) = \d/g);
  const own = namesAfter(read('npm/src/lookups.ts'), 'KINDS = [', ']', /'(\w+)'/g);
  assert.deepEqual(own.map(snake), kinds.map(snake));
  assert.equal(own.length, 4);
});

test('Rust and TypeScript have the same faults, in the same order', () => {
  const faults = namesAfter(read('crates/wasm/src/check.rs'), 'FAULTS: [Fault; 5] = [', ']', /Fault::(\w+)/g);
  assert.deepEqual(faults, ['Cycle', 'BigInt', 'Threw', 'TooDeep', 'Empty']);
  const own = namesAfter(read('npm/src/unserialisable.ts'), 'const [', ']', /(\w+)/g);
  assert.deepEqual(own, ['CYCLE', 'BIGINT', 'THREW', 'TOO_DEEP']);
});

test('Rust and TypeScript have the same edits, in the same order', () => {
  const edits = namesAfter(read('src/fixes/mod.rs'), 'ALL: [Self; 8] = [', ']', /Self::(\w+)/g);
  assert.deepEqual(
    namesAfter(read('npm/src/api/repair.ts'), 'EDITS: readonly Edit[] = [', ']', /'(\w+)'/g),
    edits.map(snake),
  );
});
