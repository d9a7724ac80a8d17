// Text from outside gives a CI server no orders. packages/reference tests what a terminal could be misled by.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { printable, printableLines } from './printable.ts';

test('orders to GitHub Actions are escaped', () => {
  assert.equal(printable('::error::fake'), '\\u003a:error::fake');
  assert.equal(printable(' \n::error::fake'), ' \\u000a::error::fake');
  assert.equal(printable('a ##[error]fake'), 'a \\u0023#[error]fake');
  assert.equal(printableLines('["##[error]fake"]'), '["\\u0023#[error]fake"]');
  for (const text of ['a::b', 'std::string', ':a', '# [a]', '##']) assert.equal(printable(text), text);
});

test('unsafe characters are escaped', () => {
  assert.equal(printable('\u001b[2J\n'), '\\u001b[2J\\u000a');
  assert.equal(printableLines('\u001b[2J\n'), '\\u001b[2J\n');
});
