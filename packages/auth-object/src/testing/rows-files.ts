// Files of rows for the tests of checkRowsFile.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const folder = mkdtempSync(join(tmpdir(), 'auth-object-'));
afterAll(() => rmSync(folder, { recursive: true }));

export const MEBIBYTE = 1 << 20;
let files = 0;

export function fileOf(content) {
  const path = join(folder, `${files++}`);
  writeFileSync(path, content);
  return path;
}

export const rows = [
  '{"slug":"hubspot","linked_account_id":"a","auth_object":{"oauth2":{"access_token":"fake-access-token"}}}',
  '{"slug":"copper","linked_account_id":"b","auth_object":{"api_token":" fake-api-token","email":"a@example.com"}}',
  '{"slug":"netsuite","linked_account_id":"c","auth_object":{"oauth2":{"refresh_token":7}}}',
  '{"slug":"nobody_knows","auth_object":{"a":"b"}}',
  '{"slug":"frappe_of_tests","auth_object":{"keybased":{"api_key":"fake"}}}',
  '{"slug":"slack","linked_account_id":"ä","auth_object":{"bot_token":"YOUR_TOKEN"}}',
  'no JSON',
  '',
];

/** Rows of at least this size in bytes. Their lengths differ, so that segments end at any place of a row. */
export function text(bytes, end = '\n') {
  const lines: string[] = [];
  for (let size = 0, index = 0; size < bytes; index++) {
    const row = rows[index % rows.length].replace('"c"', `"c${index % 1000}"`);
    const line = `${row}${' '.repeat((index * 7919) % 6131)}${end}`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('');
}

export const long = (bytes) => `{"slug":"gmail","auth_object":{"refresh_token":"fake-${'x'.repeat(bytes)}"}}\n`;
/** Of NDJSON: more than two segments. */
export const SEVERAL = text(9 * MEBIBYTE);

const csvRow = (index) => `${['hubspot', 'slak', 'slack'][index % 3]},account:${index % 5000},"fake ""${index}""\n"\n`;
/** Several chunks. */
export const CSV = `slug,linked_account_id,access_token\n${Array.from({ length: 20_000 }, (_, index) => csvRow(index)).join('')}`;

/** `deepEqual` of a long list takes a minute to show where it differs. */
export function same(report, expected, message?: string) {
  const { rows: found, ...counts } = report;
  const { rows: wanted, ...others } = expected;
  assert.deepEqual(counts, others, message);
  assert.equal(found.length, wanted.length, message);
  for (const [index, row] of found.entries()) assert.deepEqual(row, wanted[index], message);
}
