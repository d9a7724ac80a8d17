// Each rejected row is reported by itself, however many there are and whatever for.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { checkRowsFile } from '../entry/node.ts';
import { checkRows } from '../entry/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COUNT = 60_000;
/** Every third is the same; each of the others comes twice. */
const slugOf = (index) => (index % 3 === 0 ? 'nobody' : `nobody_${index % (COUNT / 2)}`);
const text = Array.from({ length: COUNT }, (_, index) => {
  const padding = ' '.repeat(120);
  return `{"slug":"${slugOf(index)}","linked_account_id":"account:${index}","auth_object":{"a":"fake"}}${padding}\n`;
}).join('');

function areRight({ rows }) {
  assert.equal(rows.length, COUNT);
  for (const [index, { line, slug, linked_account_id, issues }] of rows.entries()) {
    const expected = [index + 1, slugOf(index), `account:${index}`, 'unknown_app'];
    assert.deepEqual([line, slug, linked_account_id, issues[0].code], expected);
  }
}

test('each row has its own', () => {
  areRight(checkRows(text));
  areRight(checkRows(text));
});

test('threads too', async () => {
  const path = join(folder, 'rows.ndjson');
  writeFileSync(path, text);
  for (const workers of [1, 2]) areRight(await checkRowsFile(path, { workers }));
});
