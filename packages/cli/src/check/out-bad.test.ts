// `auth-object check --out-bad`: every rejected row comes with its reason.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const check = (...args: string[]) => run(['check', ...args], { cwd: folder });

/** Checks a file, and returns the rejected rows. */
async function badOf(content: string | Uint8Array, ...args: string[]): Promise<string> {
  writeFileSync(path('input'), content);
  const { code, stderr } = await check('input', '--out-bad', 'bad', ...args);
  assert.equal(code, 1, stderr);
  return read('bad');
}

const WHY = 'auth_object_line,auth_object_code,auth_object_help';

describe('CSV: three columns at the end', () => {
  const HEADER = 'slug,linked_account_id,api_token,email';
  const MISSING = 'keybased_fields,Enter the Email Address.';
  const cases: Record<string, [content: string, bad: string]> = {
    'a whole row': [`${HEADER}\ncopper,a,fake,\n`, `${HEADER},${WHY}\ncopper,a,fake,,2,${MISSING}\n`],
    'a row without its last cells': [`${HEADER}\ncopper,a,fake\n`, `${HEADER},${WHY}\ncopper,a,fake,,2,${MISSING}\n`],
    'a row without a line end': [`${HEADER}\ncopper,a,fake,`, `${HEADER},${WHY}\ncopper,a,fake,,2,${MISSING}\n`],
    'CRLF, and a value over two lines': [
      `${HEADER}\r\n"copper",a,"fa""ke\r\nfake, too",\r\n`,
      `${HEADER},${WHY}\r\n"copper",a,"fa""ke\r\nfake, too",,2,${MISSING}\r\n`,
    ],
    'lines of an old Macintosh': [`${HEADER}\rcopper,a,fake,\r`, `${HEADER},${WHY}\rcopper,a,fake,,2,${MISSING}\r`],
    'a byte order mark': [`\ufeff${HEADER}\ncopper,a,fake,\n`, `\ufeff${HEADER},${WHY}\ncopper,a,fake,,2,${MISSING}\n`],
    'quotes in the header, and an empty column at its end': [
      '"slug","api_token","email",\ncopper,fake,,\n',
      `"slug","api_token","email",,${WHY}\ncopper,fake,,,2,${MISSING}\n`,
    ],
    'a help with quotes': [
      'slug,access_token,acess_token\nhubspot,,fake\n',
      `slug,access_token,acess_token,${WHY}\nhubspot,,fake,2,oauth2_fields,"Enter the Access Token or Refresh Token. HubSpot (oauth2) has no field ""acess_token"". Did you mean access_token?"\n`,
    ],
    'a row with too many cells': [
      `${HEADER}\ncopper,a,fake,b,c,d\n`,
      `${HEADER},${WHY}\ncopper,a,fake,b,c,d,2,invalid_csv,"Put a value that contains the delimiter, a quote or a line break in quotes."\n`,
    ],
  };
  for (const [name, [content, bad]] of Object.entries(cases)) {
    test(name, async () => {
      // A field under a name that is only alike may raise a hint too.
      assert.equal(await badOf(content, '--no-hints'), bad);
      for (const delimiter of [';', '\t']) {
        if (/"/.test(bad)) continue;
        assert.equal(await badOf(content.replaceAll(',', delimiter)), bad.replaceAll(',', delimiter));
      }
    });
  }

  test('a line sep=; stays', async () => {
    const bad = await badOf('sep=;\r\nslug;api_token;email\r\ncopper;fake;\r\n');
    const why = WHY.replaceAll(',', ';');
    const reason = MISSING.replace(',', ';');
    assert.equal(bad, `sep=;\r\nslug;api_token;email;${why}\r\ncopper;fake;;3;${reason}\r\n`);
  });

  test('UTF-16 in, gzip out', async () => {
    writeFileSync(path('input'), Buffer.from(`\ufeff${HEADER}\ncopper,\u00e4,fake,\n`, 'utf16le'));
    await check('input', '--out-bad', 'bad.csv.gz');
    const text = gunzipSync(readFileSync(path('bad.csv.gz'))).toString();
    assert.equal(text.replace('\ufeff', ''), `${HEADER},${WHY}\ncopper,\u00e4,fake,,2,${MISSING}\n`);
  });

  test('columns of an earlier check are replaced, wherever they are', async () => {
    const first = await badOf(`${HEADER}\ncopper,a,fake,b\ncopper,b,fake\n`);
    assert.equal(first, `${HEADER},${WHY}\ncopper,b,fake,,3,${MISSING}\n`);
    const again = await badOf(first);
    assert.equal(again.split('\n')[0], `${HEADER},${WHY}`);
    const cells = again.split('\n')[1]?.split(',') ?? [];
    assert.deepEqual(cells.slice(0, 6), ['copper', 'b', 'fake', '', '2', 'keybased_fields']);
    const moved = await badOf('auth_object_help,slug,Auth_Object_Line,api_token,email\nold,copper,7,fake,\n');
    assert.equal(moved.split('\n')[0], 'auth_object_help,slug,Auth_Object_Line,api_token,email,auth_object_code');
    assert.match(moved.split('\n')[1] ?? '', /^.*Enter the Email Address.*,copper,2,fake,,keybased_fields$/);
  });

  test('a row whose quote is not closed costs no other row when the file comes back', async () => {
    const bad = await badOf(`${HEADER}\ncopper,a,"fake,\ncopper,b,fake,\ncopper,c,"fa"ke,\n`);
    const { stdout } = await check('bad', '--report', 'json');
    assert.equal(bad.split('\n').length, 5);
    assert.equal(JSON.parse(stdout).total, 3);
  });

  test('with several inputs, the line has its file', async () => {
    for (const name of ['a.csv', 'b.csv']) writeFileSync(path(name), `${HEADER}\ncopper,a,fake,\n`);
    await check('a.csv', 'b.csv', '--out-bad', 'bad');
    const rows = ['a', 'b'].map((name) => `copper,a,fake,,${name}.csv:2,${MISSING}\n`);
    assert.equal(read('bad'), `${HEADER},${WHY}\n${rows.join('')}`);
  });

  test('standard input has its name among several inputs', async () => {
    const content = `${HEADER}\ncopper,a,fake,\n`;
    writeFileSync(path('b.csv'), content);
    await run(['check', '-', 'b.csv', '--out-bad', 'bad'], { cwd: folder, input: content });
    const rows = ['standard input', 'b.csv'].map((name) => `copper,a,fake,,${name}:2,${MISSING}\n`);
    assert.equal(read('bad'), `${HEADER},${WHY}\n${rows.join('')}`);
  });

  test('the name of a file is no formula for a spreadsheet', async () => {
    for (const name of ['=a.csv', '@b.csv']) writeFileSync(path(name), 'slug,api_token\ncopper,=1\n');
    await check('=a.csv', '@b.csv', '--out-bad', 'bad');
    const rows = read('bad').trimEnd().split('\n').slice(1);
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(1, 3)),
      [
        ['=1', "'=a.csv:2"],
        ['=1', "'@b.csv:2"],
      ],
    );
  });
});

describe('NDJSON and JSON: a file of reasons beside it', () => {
  const BAD = [
    '{"slug":"copper","auth_object":{"api_token":"fake-1"}}',
    '{"slug":"gmail","auth_object":{"a":"fake-2"}}',
  ];
  const GOOD = '{"slug":"gmail","auth_object":{"refresh_token":"fake-3"}}';
  const linesOf = (text: string) => text.split('\n').slice(0, -1);

  for (const [name, content] of Object.entries({
    NDJSON: `${BAD[0]}\n${GOOD}\n\n${BAD[1]}\nnot JSON\n`,
    JSON: `[${BAD[0]},\n${GOOD},\n\n${BAD[1]}\n,fake-4]`,
  })) {
    test(name, async () => {
      await badOf(content);
      assert.equal(existsSync(path('bad.reasons.ndjson')), true);
      const text = read('bad.reasons.ndjson');
      const reasons = linesOf(text).map((line) => JSON.parse(line));
      assert.doesNotMatch(text, /fake/);
      assert.deepEqual(
        reasons.slice(0, 2).map(({ file, line, code, path: place, certainty }) => [file, line, code, place, certainty]),
        [
          ['input', 1, 'keybased_fields', ['auth_object', 'email'], 'certain'],
          ['input', 4, 'oauth2_fields', ['auth_object', 'access_token'], 'certain'],
        ],
      );
      assert.match(reasons[1].help, /Enter the Access Token or Refresh Token\..*no field "a"/);
      // The second line is for the second row.
      const rows = name === 'JSON' ? linesOf(read('bad')).slice(1, -1) : linesOf(read('bad'));
      assert.equal(rows.length, reasons.length);
      assert.ok(rows[1]?.startsWith(BAD[1] as string));
    });
  }

  test('it is compressed like the rows, and only the owner may read it', async () => {
    writeFileSync(path('input'), BAD.join('\n'));
    await check('input', '--out-bad', 'rows.ndjson.gz');
    assert.equal(linesOf(gunzipSync(readFileSync(path('rows.ndjson.reasons.ndjson.gz'))).toString()).length, 2);
    assert.equal(statSync(path('rows.ndjson.reasons.ndjson.gz')).mode & 0o777, 0o600);
  });

  test('none beside a device, and never over an input', async () => {
    writeFileSync(path('input'), BAD.join('\n'));
    assert.equal((await check('input', '--out-bad', '/dev/null')).code, 1);
    assert.equal(existsSync('/dev/null.reasons.ndjson'), false);
    writeFileSync(path('x.reasons.ndjson'), BAD.join('\n'));
    const { code, stderr } = await check('x.reasons.ndjson', '--out-bad', 'x');
    assert.equal(code, 2);
    assert.match(stderr, /reasons beside --out-bad x\.reasons\.ndjson is also an input/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('the rows of several files', async () => {
    for (const name of ['a.ndjson', 'b.ndjson']) writeFileSync(path(name), `${GOOD}\n${BAD[0]}\n`);
    await check('a.ndjson', 'b.ndjson', '--out-bad', 'bad');
    const places = linesOf(read('bad.reasons.ndjson')).map((line) => JSON.parse(line));
    assert.deepEqual(
      places.map(({ file, line }) => `${file}:${line}`),
      ['a.ndjson:2', 'b.ndjson:2'],
    );
  });
});
