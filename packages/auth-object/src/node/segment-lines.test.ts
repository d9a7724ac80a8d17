// A fault of JSON names the line of the file, whichever thread finds it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { checkRowsFile } from '../testing/untyped-node.ts';
import { checkRows } from '../testing/untyped-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the line of a fault counts the lines of the segments before', async () => {
  const text = `${`${'{}'.padEnd(1023)}\n`.repeat(5000)}no JSON\n`;
  const path = join(folder, 'rows.ndjson');
  writeFileSync(path, text);
  const [row] = (await checkRowsFile(path, { workers: 2 })).rows.slice(-1);
  assert.deepEqual([row.line, row.issues[0].line], [5001, 5001]);
  assert.deepEqual(row, checkRows(text).rows.at(-1));
});
