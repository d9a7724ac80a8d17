// `auth-object check`: formats, strange inputs, options, exit codes.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const row = (slug: string, object: unknown, id = 'a') =>
  JSON.stringify({ slug, linked_account_id: id, auth_object: object });
const GOOD = row('hubspot', { oauth2: { access_token: 'fake-access-token' } });
const BAD = row('copper', { api_token: 'fake-api-token' });

/** Checks a file of this content: the exit code, and the line and code of each rejected row. */
async function check(content: string | Uint8Array, ...args: string[]) {
  const name = args.find((arg) => arg.startsWith('name='))?.slice(5) ?? 'input';
  writeFileSync(join(folder, name), content);
  const options = args.filter((arg) => !arg.startsWith('name='));
  const { code, stdout, stderr } = await run(['check', name, '--report', 'json', ...options], { cwd: folder });
  const report = JSON.parse(stdout);
  const rejected = report.failures.map((failure) => [failure.line, failure.code]);
  return { code, stderr, rejected, counts: [report.total, report.accepted], report };
}

describe('formats', () => {
  const CSV = 'slug,linked_account_id,auth_type,access_token,api_token,email\n';
  const rows = `hubspot,a,oauth2,fake-access-token,,\ncopper,b,,,fake-api-token,\n`;
  const cases: Record<string, [content: string, line: number]> = {
    NDJSON: [`${GOOD}\n${BAD}\n`, 2],
    'NDJSON without a line end': [`${GOOD}\n${BAD}`, 2],
    'NDJSON with CRLF and blank lines': [`${GOOD}\r\n\r\n  \r\n${BAD}\r\n`, 4],
    'NDJSON with a byte order mark': [`\ufeff${GOOD}\n${BAD}\n`, 2],
    'a JSON array': [`[${GOOD},\n\n${BAD}]`, 3],
    'a JSON array, indented': [JSON.stringify([JSON.parse(GOOD), JSON.parse(BAD)], undefined, 2), 11],
    'a JSON array in CRLF lines': [`[\r\n${GOOD},\r\n${BAD}\r\n]\r\n`, 3],
    'objects spread over lines': [
      [GOOD, BAD].map((text) => JSON.stringify(JSON.parse(text), undefined, 1)).join('\n'),
      10,
    ],
    CSV: [CSV + rows, 3],
    'CSV with a byte order mark and CRLF': [`\ufeff${(CSV + rows).replaceAll('\n', '\r\n')}`, 3],
    'CSV with semicolons': [(CSV + rows).replaceAll(',', ';'), 3],
    'CSV with tabs': [(CSV + rows).replaceAll(',', '\t'), 3],
    'CSV with the lines of an old Macintosh': [(CSV + rows).replaceAll('\n', '\r'), 3],
    'CSV with quotes and a value over two lines': [`${CSV}hubspot,a,oauth2,"fake\n""token""",,\ncopper,b,,,"x,y",`, 4],
    'CSV with empty lines and empty rows': [`${CSV}\n,,,,,\n${rows}\n,,,,,\n`, 5],
    'CSV with columns in another order': ['Email, SLUG ,access_token,api_token\n,hubspot,fake,\n,copper,,fake\n', 3],
  };
  for (const [name, [content, line]] of Object.entries(cases)) {
    test(name, async () => {
      const code = 'keybased_fields';
      for (const bytes of [content, gzipSync(content)]) {
        const result = await check(bytes);
        assert.deepEqual([result.code, result.counts, result.rejected], [1, [2, 1], [[line, code]]]);
      }
    });
  }

  test('--format names what the content does not show', async () => {
    const { code, rejected } = await check('"{"\n', '--format', 'ndjson');
    assert.deepEqual([code, rejected], [1, [[1, 'invalid_json']]]);
    const misuse = await run(['check', '--format', 'xml'], { cwd: folder });
    assert.equal(misuse.code, 2);
  });

  test('standard input: by a dash, or by no file at all', async () => {
    for (const args of [['-'], []]) {
      const { code, stdout } = await run(['check', ...args, '--report', 'ndjson'], { input: `${GOOD}\n${BAD}` });
      assert.equal(code, 1);
      const [{ file, line }] = stdout
        .trimEnd()
        .split('\n')
        .map((text) => JSON.parse(text))
        .filter(({ ok }) => !ok);
      assert.deepEqual([file, line], ['-', 2]);
    }
  });
});

describe('what is broken costs the rows that it is in', () => {
  test('NDJSON', async () => {
    const lines = ['no JSON', GOOD, '{"slug":', GOOD, 'a\0b', Buffer.from([0xff, 0xfe, 0x7b]), '[]', GOOD];
    const bytes = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
    const { code, rejected, counts } = await check(bytes);
    assert.deepEqual([code, counts], [1, [8, 3]]);
    assert.deepEqual(
      rejected,
      [1, 3, 5, 6, 7].map((line) => [line, 'invalid_json']),
    );
  });

  test('a JSON array', async () => {
    const text = `[\n${GOOD}\n${GOOD},\n{"a":[},\n,\n${GOOD},\n{"slug":"gm\nail"},\nword,\n${GOOD},\n] x\n[`;
    const { code, rejected, counts } = await check(text);
    const lines = [3, 4, 5, 7, 11];
    assert.deepEqual(
      rejected,
      lines.map((line) => [line, 'invalid_json']),
    );
    assert.deepEqual([code, counts], [1, [8, 3]]);
    const cut = await check(`[${GOOD},\n{"slug":"gm`);
    assert.deepEqual(
      cut.rejected.map(([line]) => line),
      [2, 2],
    );
  });

  test('CSV', async () => {
    const text =
      'slug,access_token\nhubspot,a,b\nhubspot,a\nhubspot\nhubspot,a,\nhubspot,"open\nhubspot,b\nhubspot,c"d';
    const { code, rejected, counts } = await check(text);
    // A row that is too short has empty cells; one cell that is a slug is a row.
    assert.deepEqual(rejected, [
      [2, 'invalid_csv'],
      [4, 'oauth2_fields'],
      [6, 'invalid_csv'],
    ]);
    assert.deepEqual([code, counts], [1, [7, 4]]);
    const latin1 = await check(Buffer.from('slug,access_token\nhubspot,caf\u00e9\nhubspot,a', 'latin1'));
    assert.deepEqual([latin1.counts, latin1.rejected], [[2, 1], [[2, 'invalid_csv']]]);
    assert.match(latin1.report.failures[0].help, /for example windows-1252\. The option is --encoding\./);
  });
});

test('a file in which every row has a quote too many is read in time', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => (index % 10 === 9 ? 'hubspot,fake' : 'hubspot,"open'));
  const { counts, rejected } = await check(`slug,access_token\n${rows.join('\n')}`);
  assert.deepEqual(counts, [10_000, 1000]);
  assert.equal(rejected.length, 9000);
});

describe('inputs that cannot be read', () => {
  const cases: Record<string, [text: string, words: RegExp, name?: string]> = {
    'a spreadsheet': ['PK\u0003\u0004 ', /save the sheet as CSV/],
    'text of another kind': [
      'Dear all,\nhello\n',
      /neither JSON nor CSV .* name the format\. The option is --format\./,
    ],
    'CSV without a slug column': [
      'app,access_token\nhubspot,x\n',
      /header \(2 columns\) without a column "slug"/,
      'name=x.csv',
    ],
    'CSV with a column twice': ['slug,a,a\nhubspot,x,y\n', /two columns with the same name in its CSV header: 2 and 3/],
  };
  for (const [name, [text, words, file]] of Object.entries(cases)) {
    test(name, async () => {
      const { code, stderr, report } = await check(text, ...(file === undefined ? [] : [file]));
      assert.equal(code, 2);
      assert.match(stderr, words);
      assert.match(report.files[0].error, words);
    });
  }

  test('the others are still checked', async () => {
    mkdirSync(join(folder, 'a-folder'));
    writeFileSync(join(folder, 'good'), GOOD);
    const { code, stdout, stderr } = await run(['check', 'missing', 'a-folder', 'good'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stdout, /1 row in 3 files: 1 accepted, 0 rejected/);
    assert.match(
      stderr,
      /error: missing cannot be read: it does not exist\.\nerror: a-folder is a folder; name the files in it/,
    );
  });
});

describe('inputs that are empty or strange', () => {
  for (const [name, content] of Object.entries({
    'an empty file': '',
    'nothing but line ends': '\n\r\n \n',
    'a header alone': 'slug,access_token\n',
    'an empty array': '[ ]',
  })) {
    test(name, async () => {
      const { code, counts, stderr, report } = await check(content);
      const text = 'has no rows. If it may be empty, use --allow-empty.';
      assert.deepEqual([code, counts, stderr], [2, [0, 0], `error: input ${text}\n`]);
      assert.equal(report.files[0].error, text);
      const allowed = await check(content, '--allow-empty');
      assert.deepEqual([allowed.code, allowed.counts, allowed.stderr], [0, [0, 0], 'note: input has no rows.\n']);
    });
  }

  test('an empty file beside others, an empty pipe', async () => {
    writeFileSync(join(folder, 'good'), GOOD);
    writeFileSync(join(folder, 'empty'), '');
    const { code, stdout } = await run(['check', 'empty', 'good'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stdout, /^✗ 1 row in 2 files: 1 accepted, 0 rejected\n {2}1 file with an error: empty$/m);
    const pipe = await run(['check', '-'], { input: '' });
    assert.deepEqual([pipe.code, pipe.stderr.split('. ')[0]], [2, 'error: standard input has no rows']);
  });

  test('a file that is named twice is checked once', async () => {
    writeFileSync(join(folder, 'good'), GOOD);
    const { code, stdout, stderr } = await run(['check', 'good', './good'], { cwd: folder });
    assert.deepEqual([code, stderr], [0, 'note: ./good is named twice, and checked once.\n']);
    assert.match(stdout, /^! 1 row: 1 accepted/m);
  });

  test('a row of 10 MB', async () => {
    const long = (value: string) => `{"slug":"gmail","auth_object":{"refresh_token":"${value}"}}`;
    const { rejected } = await check(`${GOOD}\n${long('x'.repeat(10e6))}\n${BAD}`);
    assert.deepEqual(rejected, [[3, 'keybased_fields']]);
  });
});

describe('options', () => {
  const guessed = row('fireflies', { keybased: { api_kay: 'fake' } });

  test('--trust documented accepts what only an unconfirmed schema rejects', async () => {
    assert.deepEqual((await check(guessed, '--strict')).counts, [1, 0]);
    assert.deepEqual((await check(guessed, '--strict', '--trust', 'documented')).counts, [1, 1]);
  });

  test('--shape', async () => {
    assert.deepEqual((await check(GOOD, '--shape', 'flat')).counts, [1, 0]);
    assert.deepEqual((await check(GOOD, '--shape', 'typed')).counts, [1, 1]);
  });

  test('--linked-accounts', async () => {
    writeFileSync(join(folder, 'accounts'), '\ufeffa\r\n\n c \n');
    const rows = ['a', 'b', 'c'].map((id) => row('gmail', { refresh_token: 'fake' }, id)).join('\n');
    const { report } = await check(rows, '--linked-accounts', 'accounts');
    assert.deepEqual(
      report.failures.map(({ line, code }) => [line, code]),
      [[2, 'linked_account_not_found']],
    );
    assert.match(report.failures[0].help, /There is no linked account with this ID .* Create it first/);
  });

  test('--custom-app', async () => {
    const { rejected } = await check(GOOD, '--custom-app', 'other', '--custom-app', 'hubspot');
    assert.deepEqual(rejected, [[1, 'custom_app']]);
  });

  test('--schemas', async () => {
    const schemas = { baseUrl: 'http://127.0.0.1', pulled: '2026-01-01T00:00:00.000Z' };
    const apps = { fireflies: { keybased: { api_kay: 'string' } } };
    writeFileSync(join(folder, 'pulled.json'), JSON.stringify({ ...schemas, apps, customApps: ['made_by_us'] }));
    const rows = `${guessed}\n${row('made_by_us', { a: 'b' })}`;
    const { rejected } = await check(rows, '--schemas', 'pulled.json');
    assert.deepEqual(rejected, [[2, 'custom_app']]);
  });

  test('misuse ends with 2 and a way out', async () => {
    writeFileSync(join(folder, 'good'), GOOD);
    writeFileSync(join(folder, 'none'), '\n');
    const misuses: [args: string[], words: RegExp][] = [
      [['--all'], /--report ndjson/],
      [['--repair'], /--out-ok/],
      [['--repair-log', 'x'], /--repair/],
      [['--fail-on-hints', '--no-hints'], /--no-hints/],
      [['--max-failures', 'many'], /whole number/],
      [['--linked-accounts', 'missing'], /Cannot read missing: it does not exist\./],
      [['--linked-accounts', 'none'], /contains no account/],
      [['--encoding', 'utf-99'], /must be an encoding/],
      [['--schemas', 'missing'], /Cannot read missing: it does not exist\./],
      [['--output', 'no/such/folder'], /the folder does not exist/],
      [['--report', 'xml'], /Allowed choices/],
    ];
    for (const [args, words] of misuses) {
      const { code, stdout, stderr } = await run(['check', 'good', ...args], { cwd: folder });
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, words);
    }
  });
});
