// `auth-object check` and CSV as people have it: encodings, headers of spreadsheets, JSON in a cell, short rows.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Checks the bytes: the counts, the rejected rows, what is printed, and both files of rows. */
async function check(bytes: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, 'rows.csv'), bytes);
  const split = ['--out-ok', 'ok', '--out-bad', 'bad'];
  const { code, stdout, stderr } = await run(['check', 'rows.csv', '--report', 'json', ...split, ...args], {
    cwd: folder,
  });
  const { total, accepted, failures, files } = JSON.parse(stdout);
  const rejected = failures.map(({ line, code, help }) => [line, code, help]);
  return { code, total, accepted, rejected, file: files[0], stderr, ok: read('ok'), bad: read('bad') };
}

describe('encodings', () => {
  const TEXT =
    'slug,linked_account_id,refresh_token\r\ngmail,Müller,fake-token\r\ngmail,Søren,\r\ngmail,Zoë,fake-token';
  const [header, first, second, third] = TEXT.split('\r\n');
  const OK = `${header}\r\n${first}\r\n${third}\n`;
  const BAD = [
    `${header},auth_object_line,auth_object_code,auth_object_help`,
    `${second},3,oauth2_fields,Enter the Access Token or Refresh Token.`,
    '',
  ].join('\r\n');
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const cases: Record<string, [bytes: Uint8Array, ...args: string[]]> = {
    'UTF-8': [Buffer.from(TEXT)],
    'UTF-16 with a byte order mark': [wide(`\ufeff${TEXT}`)],
    'UTF-16 without one': [wide(TEXT)],
    'UTF-16 with the high byte first': [wide(`\ufeff${TEXT}`).swap16()],
    'UTF-16 in gzip': [gzipSync(wide(`\ufeff${TEXT}`))],
    'windows-1252, named': [Buffer.from(TEXT, 'latin1'), '--encoding', 'windows-1252'],
    'UTF-16, named': [wide(TEXT), '--encoding', 'UTF-16LE'],
  };
  for (const [name, args] of Object.entries(cases)) {
    test(`${name}: the rows are written as UTF-8`, async () => {
      const { total, rejected, ok, bad } = await check(...args);
      assert.equal(total, 3);
      assert.deepEqual(
        rejected.map(([line, code]) => [line, code]),
        [[3, 'oauth2_fields']],
      );
      assert.deepEqual([ok, bad], [OK, BAD]);
    });
  }

  test('windows-1252, not named: a row that is not UTF-8 says what to do', async () => {
    const { total, rejected } = await check(Buffer.from(TEXT, 'latin1'));
    assert.equal(total, 3);
    for (const [, code, help] of rejected) {
      assert.equal(code, 'invalid_csv');
      assert.match(
        help,
        /Save the file as UTF-8, or name its encoding, for example windows-1252\. The option is --encoding\./,
      );
    }
    assert.equal(rejected.length, 3);
  });
});

test('a header in title case is matched, kept as it is, and reported', async () => {
  const header = 'Slug,Linked Account ID,Auth Type,Access Token';
  const { code, file, stderr, ok } = await check(`${header}\nhubspot,a,oauth2,fake-token\n`);
  assert.equal(code, 0);
  assert.deepEqual(file.columns.at(-1), { column: 'Access Token', field: 'access_token', by: 'similar_name' });
  assert.match(stderr, /^note: rows\.csv: column "Access Token" is read as access_token\.$/m);
  assert.equal(ok, `${header}\nhubspot,a,oauth2,fake-token\n`);
  const quiet = await check(`${header}\nhubspot,a,oauth2,fake-token\n`, '--quiet');
  assert.equal(quiet.stderr, '');
});

test('a cell auth_object with JSON, as databases export it', async () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [
    `hubspot,a,${cell('{"oauth2": {"access_token": "fake-token"}}')}`,
    `gmail,b,${cell('{"refresh_token": "fake"')}`,
    `gmail,c,${cell('{"refresh_token": ""}')}`,
  ];
  const { total, rejected, ok, bad } = await check(`slug,linked_account_id,auth_object\n${rows.join('\n')}\n`);
  assert.equal(total, 3);
  assert.deepEqual(
    rejected.map(([line, code]) => [line, code]),
    [
      [3, 'invalid_csv'],
      [4, 'invalid_value'],
    ],
  );
  assert.match(rejected[0][2], /cut off.*\(character \d+ of the cell\)/);
  assert.equal(ok, `slug,linked_account_id,auth_object\n${rows[0]}\n`);
  const [, second, third] = bad.split('\n');
  assert.ok(second.startsWith(`${rows[1]},3,invalid_csv,`) && third.startsWith(`${rows[2]},4,invalid_value,`), bad);
});

test('sep= in the first line is understood, and written again', async () => {
  const head = '\ufeffsep=;\r\nslug;refresh_token\r\n';
  const { code, ok, bad } = await check(`${head}gmail;fake,token\r\ngmail;\r\n`);
  assert.equal(code, 1);
  const reasons = 'auth_object_line;auth_object_code;auth_object_help';
  const rejected = 'gmail;;4;oauth2_fields;Enter the Access Token or Refresh Token.';
  assert.equal(ok, `${head}gmail;fake,token\r\n`);
  assert.equal(bad, `\ufeffsep=;\r\nslug;refresh_token;${reasons}\r\n${rejected}\r\n`);
});

test('short rows have empty cells, and empty columns and rows at the end are passed over', async () => {
  const { code, total, rejected, ok } = await check(
    'slug,linked_account_id,refresh_token,note,,\ngmail,a,fake\ngmail,b,fake,,,\n,,,,,\n\n',
  );
  assert.deepEqual([code, total, rejected], [0, 2, []]);
  assert.equal(ok, 'slug,linked_account_id,refresh_token,note,,\ngmail,a,fake\ngmail,b,fake,,,\n');
});

test('rows without an account, and accounts that are there twice', async () => {
  const rows = ['gmail,,fake', 'gmail,a,fake', 'slack,a,fake', 'gmail,a,fake', 'gmail,,fake'];
  writeFileSync(join(folder, 'rows.csv'), `slug,linked_account_id,refresh_token\n${rows.join('\n')}\n`);
  const { stdout } = await run(['check', 'rows.csv'], { cwd: folder });
  assert.match(stdout, /^ {2}2 rows have no linked_account_id: lines 2, 6$/m);
  assert.match(
    stdout,
    /^ {2}1 row repeats the account and app of an earlier row: line 5; the second overwrites the first$/m,
  );
  const { stdout: json } = await run(['check', 'rows.csv', '--report', 'json'], { cwd: folder });
  assert.deepEqual(JSON.parse(json).accounts.repeated, { count: 1, places: [{ file: 'rows.csv', line: 5 }] });
});
