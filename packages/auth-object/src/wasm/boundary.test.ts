// The numbers of the boundary are the same on both sides.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'vitest';

const read = (path) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
/** The names in a piece of code, in order: all that `pattern` finds after `start`, up to `end`. */
const namesAfter = (text, start, end, pattern) => {
  const [, after] = text.split(start);
  return Array.from(after.split(end)[0].matchAll(pattern), ([, name]) => name);
};
const snake = (name) => name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

test('Rust and TypeScript have the same flags', () => {
  const FLAG = /const (?<name>[A-Z_]+)(?:: u32)? = (?:1 << )?(?<value>\d+);/g;
  const flagsOf = (path) => Array.from(read(path).matchAll(FLAG), ({ groups }) => `${groups?.name} ${groups?.value}`);
  const flags = flagsOf('packages/auth-object/src/check/flags.ts');
  assert.deepEqual(flags, flagsOf('crates/wasm/src/flags.rs'));
  assert.equal(flags.length, 13);
});

test('Rust and TypeScript have the same kinds of lookups, in the same order', () => {
  const kinds = namesAfter(read('crates/wasm/src/lookups.rs'), 'enum Kind {', '}', /(\w+) = \d/g);
  const own = namesAfter(read('packages/auth-object/src/check/lookups.ts'), 'KINDS = [', ']', /'(\w+)'/g);
  assert.deepEqual(own.map(snake), kinds.map(snake));
  assert.equal(own.length, 4);
});

test('Rust and TypeScript have the same faults, in the same order', () => {
  const faults = namesAfter(read('crates/wasm/src/check.rs'), 'const FAULTS: [Fault; 6] =', ';', /Fault::(\w+)/g);
  assert.deepEqual(faults, ['Cycle', 'BigInt', 'Threw', 'TooDeep', 'Empty', 'TooLarge']);
  const own = namesAfter(read('packages/auth-object/src/check/stringify-fault.ts'), 'const [', ']', /(\w+)/g);
  assert.deepEqual(own, ['CYCLE', 'BIGINT', 'THREW', 'TOO_DEEP']);
});

test('Rust and TypeScript have the same edits, in the same order', () => {
  const edits = namesAfter(read('src/fixes/mod.rs'), /ALL: \[Self; \d+\] = \[/, ']', /Self::(\w+)/g);
  assert.deepEqual(
    namesAfter(read('packages/auth-object/src/check/repair.ts'), 'EDITS: readonly Edit[] = [', ']', /'(\w+)'/g),
    edits.map(snake),
  );
});

test('Rust and TypeScript have the same formats and lists of rows, in the same order', () => {
  const rust = read('crates/wasm/src/rows.rs');
  const own = read('packages/auth-object/src/rows/option-numbers.ts');
  const formats = namesAfter(rust, 'const FORMATS: [Option<FileFormat>; 4] =', ';', /FileFormat::(\w+)/g);
  assert.deepEqual(namesAfter(own, '[undefined, ', ']', /'(\w+)'/g), formats.map(snake));
  const lists = namesAfter(rust, 'const LISTS: [List; 3] = [', ';', /List::(\w+)/g);
  assert.deepEqual(namesAfter(own, "RowsOptions['list'][] = [", ']', /'(\w+)'/g), lists.map(snake));
  assert.deepEqual([formats.length, lists.length], [3, 3]);
});

test('Rust and TypeScript keep as many first lines and kinds of hints', () => {
  const [rust] = namesAfter(read('src/rows/lines.rs'), 'const FIRST: usize', '\n', /(\d+);/g);
  const [own] = namesAfter(
    read('packages/auth-object/src/node/merged-report.ts'),
    'const FIRST_LINES',
    '\n',
    /(\d+);/g,
  );
  assert.deepEqual([own, own !== undefined], [rust, true]);
  const kinds = (path) => /const MAX_KINDS(?:: usize)? = (\d+);/.exec(read(path))?.[1];
  assert.equal(kinds('packages/auth-object/src/node/merged-report.ts'), kinds('src/rows/hint_counts.rs'));
});
