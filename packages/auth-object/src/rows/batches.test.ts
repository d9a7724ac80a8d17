// Rows that are found late, many at once, are handed out a few thousand at a time, and none is lost.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

/** More than a batch has, and the two faults that may come with the last row. */
const MOST = 4098;
const MANY = 20_000;

/** Files of which one chunk makes many rows known. */
const FILES: Record<string, string> = {
  'a quote that is not closed': `slug,access_token\nslack,"${'x\n'.repeat(MANY)}`,
  'a list in an object': `{"data":[{}${',1'.repeat(MANY)}],"total":1}\n{}`,
  'a list that is cut off': `{"data":[{}${',1'.repeat(MANY)}`,
  'commas alone': `[${','.repeat(MANY)}`,
  'short lines': `{}\n${'1\n'.repeat(MANY)}`,
};

for (const [name, text] of Object.entries(FILES)) {
  test(`${name}: every row comes once, a few at a time`, () => {
    const whole = checkRows(text);
    assert.ok(whole.rows.length >= MANY);
    for (const size of [text.length, 1000]) {
      const checker = new RowChecker();
      const lines: number[] = [];
      const take = (batches: Iterable<{ line: number }[]>) => {
        for (const rows of batches) {
          assert.ok(rows.length > 0 && rows.length <= MOST, `${rows.length} rows`);
          for (const { line } of rows) lines.push(line);
        }
      };
      for (let at = 0; at < text.length; at += size) take(checker.batches(text.slice(at, at + size)));
      take(checker.lastBatches());
      const { rows, ...report } = checker.end();
      assert.equal(rows.length, 0);
      assert.deepEqual({ ...report, rows: undefined }, { ...whole, rows: undefined });
      assert.equal(lines.length, whole.rows.length);
      assert.ok(whole.rows.every(({ line }: { line: number }, index: number) => line === lines[index]));
    }
  });
}

test('a loop that is left before its end loses no row in silence', () => {
  const checker = new RowChecker();
  for (const rows of checker.batches(FILES['short lines'])) {
    assert.equal(rows.length, 4096);
    break;
  }
  for (const call of [() => checker.push('{}'), () => checker.end(), () => [...checker.batches('{}')]]) {
    assert.throws(call, /^TypeError: RowChecker: Take all rows of a chunk before the next call\./);
  }
  assert.equal(checker.report().total, 4096);
});

test('a chunk of batches is checked as one of push is', () => {
  for (const wrong of [undefined, null, 7, {}]) {
    assert.throws(() => [...new RowChecker().batches(wrong)], /^TypeError: RowChecker: a chunk must be/);
  }
  const ended = new RowChecker();
  ended.end();
  assert.throws(() => [...ended.batches('{}')], /^TypeError: RowChecker: It has ended/);
  assert.throws(() => [...ended.lastBatches()], /^TypeError: RowChecker: It has ended/);
});
