// `auth-object check --out-ok --out-bad --repair`: what is written, and what is left alone.
import assert from 'node:assert/strict';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const check = (...args: string[]) => run(['check', ...args], { cwd: folder });

// Spaces, escapes and the order of keys are the source's own.
const GOOD = '{ "auth_object": {"refresh_token":"fake-\\u0074oken"} , "slug":"gmail" }';
const BAD = '{"slug":"gmail",  "auth_object":{}}';

const WHY = ',auth_object_line,auth_object_code,auth_object_help';
const WHY_SEMICOLON = WHY.replaceAll(',', ';');
const ENTER = 'Enter the Access Token or Refresh Token.';
const NO_APP = '"There is no app "" gmail"" in the catalogue. Did you mean gmail?"';
const NO_TYPE = (type: string) => `"Gmail has no auth type ""${type}"". Did you mean oauth2?"`;

describe('the rows keep their bytes', () => {
  const cases = {
    NDJSON: [`${GOOD}\n\n${BAD}\r\nno JSON\n${GOOD}`, `${GOOD}\n${GOOD}\n`, `${BAD}\r\nno JSON\n`],
    'a JSON array': [`[ ${GOOD},${BAD},\n\n\t${GOOD}]`, `[\n${GOOD},\n${GOOD}\n]\n`, `[\n${BAD}\n]\n`],
    CSV: [
      'slug;refresh_token\r\n"gmail";"a\r\nb"\r\ngmail;\r\n\r\ngmail;caf\u00e9\r\n',
      'slug;refresh_token\r\n"gmail";"a\r\nb"\r\ngmail;caf\u00e9\r\n',
      `slug;refresh_token${WHY_SEMICOLON}\r\ngmail;;4;oauth2_fields;${ENTER}\r\n`,
    ],
    'CSV with a byte order mark': [
      '\ufeffslug,refresh_token\ngmail,a\n',
      '\ufeffslug,refresh_token\ngmail,a\n',
      `\ufeffslug,refresh_token${WHY}\n`,
    ],
    'CSV without rows': ['slug,refresh_token', 'slug,refresh_token\n', `slug,refresh_token${WHY}\n`],
    'CSV with white space around a slug and an auth type': [
      'slug,auth_type,refresh_token\n gmail,,a\ngmail, oauth2,b\ngmail, ,c\ngmail,oauth2,d\n',
      'slug,auth_type,refresh_token\ngmail,oauth2,d\n',
      [
        `slug,auth_type,refresh_token${WHY}`,
        ` gmail,,a,2,unknown_app,${NO_APP}`,
        `gmail, oauth2,b,3,auth_type,${NO_TYPE(' oauth2')}`,
        `gmail, ,c,4,auth_type,${NO_TYPE(' ')}\n`,
      ].join('\n'),
    ],
    nothing: ['', '', ''],
  };
  for (const [name, [content, ok, bad]] of Object.entries(cases)) {
    test(name, async () => {
      writeFileSync(path('input'), content);
      await check('input', '--strict', '--out-ok', 'ok', '--out-bad', 'bad');
      assert.deepEqual([read('ok'), read('bad')], [ok, bad]);
    });
  }

  test('gzip in and out, by the name', async () => {
    writeFileSync(path('input.gz'), gzipSync(`${GOOD}\n${BAD}\n`));
    await check('input.gz', '--out-ok', 'ok.gz', '--out-bad', 'bad');
    assert.equal(gunzipSync(readFileSync(path('ok.gz'))).toString(), `${GOOD}\n`);
    assert.equal(read('bad'), `${BAD}\n`);
  });

  test('several files, one header', async () => {
    writeFileSync(path('a.csv'), 'slug,refresh_token\ngmail,a');
    writeFileSync(path('b.csv'), 'slug,refresh_token\r\ngmail,b\r\n');
    await check('a.csv', 'b.csv', '--out-ok', 'ok');
    assert.equal(read('ok'), 'slug,refresh_token\ngmail,a\ngmail,b\r\n');
  });
});

test('only the owner may read what is written, and what was there is replaced', async () => {
  writeFileSync(path('input'), `${GOOD}\n${BAD}\n`);
  writeFileSync(path('ok'), 'from before');
  await check('input', '--out-ok', 'ok', '--out-bad', 'bad');
  for (const name of ['ok', 'bad']) assert.equal(statSync(path(name)).mode & 0o777, 0o600);
  assert.equal(read('ok'), `${GOOD}\n`);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.part')),
    [],
  );
});

test('a device stays a device, a link stays a link, and a folder is an error', async () => {
  writeFileSync(path('input'), `${GOOD}\n${BAD}\n`);
  const { code, stderr } = await check('input', '--out-ok', '/dev/null', '--out-bad', '/dev/null');
  assert.deepEqual([code, stderr], [1, '']);
  assert.ok(statSync('/dev/null').isCharacterDevice());
  writeFileSync(path('real'), 'from before');
  symlinkSync('real', path('link'));
  await check('input', '--out-ok', 'link');
  assert.ok(lstatSync(path('link')).isSymbolicLink());
  assert.equal(read('real'), `${GOOD}\n`);
  const misuse = await check('input', '--out-bad', '.');
  assert.deepEqual([misuse.code, misuse.stderr], [2, 'error: Cannot write .: it is a folder.\n']);
});

test('an input is never written to, by whatever name; nor are two outputs one', async () => {
  writeFileSync(path('input'), `${GOOD}\n`);
  for (const args of [
    ['--out-ok', 'input'],
    ['--out-bad', './input'],
    ['--output', path('input')],
    ['--out-ok', 'one', '--out-bad', './one'],
  ]) {
    const { code, stderr } = await check('input', ...args);
    assert.equal(code, 2);
    assert.match(stderr, /is also an input or another output/);
  }
  assert.equal(read('input'), `${GOOD}\n`);
});

test('what does not fit into one file is rejected, and nothing is written', async () => {
  writeFileSync(path('a.ndjson'), GOOD);
  writeFileSync(path('a.csv'), 'slug,refresh_token\ngmail,a');
  writeFileSync(path('c.csv'), 'refresh_token,slug\na,gmail');
  const mixed: [files: string[], words: RegExp][] = [
    [['a.ndjson', 'a.csv'], /several formats/],
    [['a.csv', 'c.csv'], /different headers/],
  ];
  for (const [files, words] of mixed) {
    const { code, stderr } = await check(...files, '--out-ok', 'mixed');
    assert.equal(code, 2);
    assert.match(stderr, words);
    assert.equal(existsSync(path('mixed')), false);
  }
});

describe('--repair', () => {
  const repair = ['--strict', '--repair', '--out-ok', 'ok', '--out-bad', 'bad', '--repair-log', 'log'];
  const log = () =>
    read('log')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  test('NDJSON: safe changes are made and logged, and nothing else is touched', async () => {
    const rows = [
      { slug: 'hubspot', auth_object: { oauth2: { accessToken: ' Bearer fake-a\n', refresh_token: '"fake-b"' } } },
      { slug: 'hubspot', auth_object: JSON.stringify({ oauth2: { access_token: 'fake-c' } }) },
      { slug: 'gmial', auth_object: { refresh_token: ' fake-d ' } },
    ].map((row) => JSON.stringify(row));
    writeFileSync(path('input'), [rows[0], GOOD, ...rows.slice(1)].join('\n'));
    const { code, stdout } = await check('input', ...repair);
    assert.equal(code, 1);
    assert.match(stdout, /4 rows: 3 accepted, 0 rejected, 1 likely rejected\n {2}2 rows repaired/);
    assert.deepEqual(read('ok').split('\n'), [
      '{"slug":"hubspot","auth_object":{"oauth2":{"refresh_token":"fake-b","access_token":"fake-a"}}}',
      GOOD,
      '{"slug":"hubspot","auth_object":{"oauth2":{"access_token":"fake-c"}}}',
      '',
    ]);
    assert.equal(read('bad'), `${rows[2]}\n`);
    assert.deepEqual(
      log().map(({ line, code, changes }) => [line, code, ...changes]),
      [
        [1, 'quoted', 'strip_quotes'],
        [1, 'near_miss_key', 'trim', 'strip_prefix', 'move'],
        [3, 'stringified_auth_object', 'parse_json'],
      ],
    );
    assert.deepEqual(log()[1], {
      ...{ file: 'input', line: 1, code: 'near_miss_key', path: ['auth_object', 'oauth2', 'accessToken'] },
      ...{ changes: ['trim', 'strip_prefix', 'move'], to: '/auth_object/oauth2/access_token' },
    });
  });

  test('CSV stays CSV; a value moves to the column of its field', async () => {
    const header = 'slug,linked_account_id,auth_type,access_token,accessToken,acces_token\r\n';
    const moved = '"hub""spot","caf\u00e9, 1",oauth2,,fake-a,\r\n'.replace('hub""spot', 'hubspot');
    const stuck = 'hubspot,b,oauth2,,,fake-b\r\n';
    writeFileSync(path('input'), `${header}${moved}${stuck}`);
    const { stdout } = await check('input', ...repair);
    assert.match(stdout, /2 rows: 1 accepted, 1 rejected\n {2}1 row repaired/);
    assert.equal(read('ok'), `${header}hubspot,"caf\u00e9, 1",oauth2,fake-a,,\r\n`);
    assert.match(read('bad'), /\r\nhubspot,b,oauth2,,,fake-b,3,oauth2_fields,.*\r\n$/);
    assert.deepEqual(
      log().map(({ line }) => line),
      [2],
    );
  });

  test('a row that is rejected for another reason stays as it is', async () => {
    const row = '{"slug":"gmail","linked_account_id":"b","auth_object":{"refresh_token":" fake "}}';
    writeFileSync(path('input'), row);
    writeFileSync(path('accounts'), 'a');
    const { stdout } = await check('input', ...repair, '--linked-accounts', 'accounts');
    assert.match(stdout, /0 rows repaired/);
    assert.deepEqual([read('ok'), read('bad'), read('log')], ['', `${row}\n`, '']);
  });
});

test('a row is in one of the files, whatever the limit of its length', async () => {
  writeFileSync(path('row.ndjson'), GOOD);
  await check('row.ndjson', '--limit', 'requestBytes=20', '--out-bad', 'small.ndjson');
  assert.equal(read('small.ndjson'), `${GOOD}\n`);

  const bytes = 33 << 20;
  writeFileSync(path('long.ndjson'), `${GOOD.replace('fake', 'x'.repeat(bytes))}\n`);
  const { code, stderr } = await check(
    'long.ndjson',
    '--limit',
    `requestBytes=${2 * bytes}`,
    '--out-ok',
    'large.ndjson',
  );
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(statSync(path('large.ndjson')).size, statSync(path('long.ndjson')).size);
});
