// docs/limits.md has the limits of the code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from 'auth-object';
import { ROOT } from './harness/paths.mjs';

const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/limits.md');

/** `16 MiB` or `1,000` as a number. */
function numberOf(text) {
  const [, digits, unit = ''] = /^([\d,]+)(?: (KiB|MiB))?$/.exec(text);
  return Number(digits.replaceAll(',', '')) * { '': 1, KiB: 1 << 10, MiB: 1 << 20 }[unit];
}

/** The value of a constant: a product or shift of numbers and of other constants of the file. */
function constantOf(text, name) {
  const [, expression] = new RegExp(`const ${name}(?:: \\w+)? = ([^;]+);`).exec(text) ?? [];
  assert.ok(expression, name);
  const [left, operator, right] = expression.split(' ');
  const value = (word) => (/^\d/.test(word) ? Number(word.replaceAll('_', '')) : constantOf(text, word));
  if (operator === '<<') return value(left) << value(right);
  return operator === '*' ? value(left) * value(right) : value(left);
}

test('the limits that can be set have their defaults', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([\d,]+(?: [KM]iB)?) \|/gm)].map(([, name, value]) => [
    name,
    numberOf(value),
  ]);
  assert.deepEqual(Object.fromEntries(rows), { ...DEFAULT_LIMITS });
});

test('the fixed limits are those of the constants', () => {
  const rows = [...page.matchAll(/^\| [^|]+ \| ([^|]+) \| `(\w+)` in `([^`]+)` \|$/gm)];
  assert.ok(rows.length > 10);
  for (const [, value, name, file] of rows)
    assert.equal(constantOf(read(file), name), numberOf(value), `${name} in ${file}`);
});
