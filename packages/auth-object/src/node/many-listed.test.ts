// A segment that lists too many rows for one message is checked in parts. The report stays the same.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, test } from 'vitest';
import { checkRowsFile } from '../entry/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROW = '{"slug":"slack","linked_account_id":"a","auth_object":{"access_token":"fake-token"}}';
/** In lines; more than one segment in bytes. */
const HALF = 200_000;

test('lines of two bytes', async () => {
  const path = join(folder, 'rows.ndjson');
  writeFileSync(path, `{}\n${'1\n'.repeat(HALF)}${ROW}${' '.repeat(4_500_000)}\n${'2\n'.repeat(HALF)}`);
  const check = async (options: object) => {
    const lines: number[] = [];
    const report = await checkRowsFile(path, {
      ...options,
      onRows(rows) {
        assert.ok(rows.length <= 131_072, `${rows.length} rows`);
        for (const { line } of rows) lines.push(line);
      },
    });
    return { report, lines };
  };
  const [one, threads] = [await check({}), await check({ workers: 2 })];
  assert.deepEqual(threads.report, one.report);
  assert.equal(one.report.total, 2 * HALF + 2);
  assert.equal(one.report.accepted, 1);
  assert.equal(one.lines.length, 2 * HALF + 1);
  assert.ok(one.lines.every((line, index) => line === threads.lines[index]));
});
