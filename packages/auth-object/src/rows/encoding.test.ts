// Files of rows that are not UTF-8.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

const FILES = {
  ndjson:
    '{"slug":"hubspot","linked_account_id":"ü😀","auth_object":{"access_token":7}}\r\n{"slug":"slak","auth_object":{}}\n',
  json: '[{"slug":"hubspot","linked_account_id":"ü😀","auth_object":{"access_token":7}},\n{"slug":"slak"}]',
  csv: 'slug;linked_account_id;access_token\r\nslak;ü😀;fäke\r\nhubspot;ü;fake\r\n',
};

function utf16(text, isBigEndian = false) {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

const inPieces = (bytes, length) =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );

for (const [format, text] of Object.entries(FILES)) {
  const expected = checkRows(text, { list: 'all' });

  for (const isBigEndian of [false, true]) {
    const name = isBigEndian ? 'UTF-16BE' : 'UTF-16LE';
    for (const mark of ['\ufeff', '']) {
      test(`${format}: ${name} ${mark ? 'with' : 'without'} a byte order mark is what UTF-8 is`, () => {
        const bytes = utf16(mark + text, isBigEndian);
        for (const length of [1, 2, 3, 5, bytes.length]) {
          assert.deepEqual(checkRows(inPieces(bytes, length), { list: 'all' }), expected, `pieces of ${length}`);
        }
      });
    }
  }

  test(`${format}: the bytes of a row are those of the text in UTF-8`, () => {
    const utf8 = Buffer.from(text);
    for (const { start, end, lineEnd } of checkRows(utf16(`\ufeff${text}`), { list: 'all' }).rows) {
      const row = utf8.subarray(start, end).toString();
      assert.ok(text.includes(row) && row.length > 10);
      assert.match(utf8.subarray(end, end + lineEnd).toString(), /^(\r?\n)?$/);
    }
  });
}

test('windows-1252 is read if it is named', () => {
  const bytes = Buffer.from('slug,linked_account_id,access_token\nslak,M\u00fcller,fake\nslak,\u00e9,fake\n', 'latin1');
  const report = checkRows(bytes, { encoding: 'windows-1252' });
  assert.deepEqual(
    report.rows.map(({ linked_account_id, issues }) => [linked_account_id, issues[0].code]),
    [
      ['Müller', 'unknown_app'],
      ['é', 'unknown_app'],
    ],
  );
  assert.deepEqual(checkRows(inPieces(bytes, 1), { encoding: 'latin1' }), report);
  const unnamed = checkRows(bytes).rows;
  for (const row of unnamed) {
    assert.deepEqual([row.issues[0].code, row.issues[0].reason], ['invalid_csv', 'not_utf8']);
    assert.match(row.issues[0].help, /windows-1252/);
  }
  assert.equal(unnamed.length, 2);
});

test('what is not a character of a named encoding is U+FFFD, of UTF-8 a fault', () => {
  const bytes = Buffer.from([...Buffer.from('slug,access_token\nslak,fake-'), 0x81, 10]);
  assert.equal(checkRows(bytes, { encoding: 'shift_jis' }).byCode.unknown_app, 1);
  for (const encoding of [undefined, 'utf-8', 'UTF8']) {
    assert.deepEqual(checkRows(bytes, { encoding }).byCode, { invalid_csv: 1 }, encoding);
  }
});

test('UTF-16 is not guessed if UTF-8 is named', () => {
  const { unreadable } = checkRows(utf16(`\ufeff${FILES.csv}`), { encoding: 'utf-8' });
  assert.equal(unreadable.reason, 'utf16');
});

test('a named encoding is not that of strings', () => {
  assert.deepEqual(checkRows(FILES.csv, { encoding: 'utf-16le' }), checkRows(FILES.csv));
});

test('a character may end in the next string', () => {
  const report = checkRows(FILES.ndjson);
  const middle = FILES.ndjson.indexOf('😀') + 1;
  assert.deepEqual(checkRows([FILES.ndjson.slice(0, middle), FILES.ndjson.slice(middle)]), report);
  const lone = checkRows([FILES.ndjson.slice(0, middle)]);
  assert.equal(lone.rows[0].issues[0].code, 'invalid_json');
});

test('the memory of a chunk may be used again', () => {
  const checker = new RowChecker();
  const buffer = new Uint8Array(1);
  const bytes = utf16(FILES.csv);
  const rows: Untyped[] = [];
  for (const byte of bytes) {
    buffer[0] = byte;
    rows.push(...checker.push(buffer));
  }
  assert.deepEqual([...rows, ...checker.end().rows], checkRows(FILES.csv).rows);
});
