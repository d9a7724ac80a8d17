// Files of rows: the options, the forms of a file, and the checker that reads it in chunks.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

const body = { slug: 'hubspot', auth_object: { oauth2: { access_token: 'fake-token', refresh_token: 'fake-token' } } };

test('a wrong option is a TypeError that says what to do', () => {
  const wrong: [unknown, RegExp][] = [
    [{ apiKeys: [] }, /unknown option "apiKeys"; the options are linkedAccounts, customApps, /],
    [{ workers: 2 }, /unknown option "workers"/],
    [{ onRows() {} }, /unknown option "onRows"/],
    [{ format: 'xml' }, /"format" must be "ndjson" or "json" or "csv"/],
    [{ format: 'NDJSON' }, /"format"/],
    [{ fallback: 'tsv' }, /"fallback" must be "ndjson" or "json" or "csv"/],
    [{ encoding: 'no such encoding' }, /"encoding" must be a label of TextDecoder/],
    [{ encoding: 7 }, /"encoding"/],
    [{ list: 'accepted' }, /"list" must be "rejected" or "hinted" or "all"/],
    [{ repair: 'yes' }, /"repair" must be true or false/],
    [{ hints: 1 }, /"hints" must be true or false/],
    [{ shape: 'nested' }, /"typed" or "flat"/],
    [{ trust: 'none' }, /"all" or "documented"/],
    [{ now: -1 }, /milliseconds/],
    [{ customApps: 'acme' }, /"customApps" must be an array of strings/],
    [{ linkedAccounts: [1] }, /"linkedAccounts" must be an array of strings/],
    [{ limits: 7 }, /"limits" must be an object such as \{ requestBytes: 1048576 \}/],
    [{ limits: [] }, /"limits"/],
    [{ limits: { rows: 7 } }, /"limits"/],
    [{ limits: { requestBytes: 0 } }, /"limits"/],
    [{ limits: { nesting: 1.5 } }, /"limits"/],
    [{ limits: { cells: '7' } }, /"limits"/],
    ['csv', /options must be an object/],
    [[], /options must be an object/],
  ];
  for (const [options, words] of wrong) {
    for (const call of [() => checkRows('', options), () => new RowChecker(options)]) {
      assert.throws(call, (error) => error instanceof TypeError && words.test(error.message), JSON.stringify(options));
    }
  }
  const none = Object.fromEntries(
    ['format', 'fallback', 'encoding', 'list', 'repair', 'limits', 'hints', 'now'].map((name) => [name, undefined]),
  );
  assert.deepEqual(checkRows('{}', none), checkRows('{}'));
  assert.deepEqual(checkRows('{}', { limits: { requestBytes: undefined } }), checkRows('{}'));
  assert.equal(checkRows('{}', { limits: { requestBytes: Number.MAX_SAFE_INTEGER } }).total, 1);
});

test('a value that is not a file is a TypeError that says what to do', () => {
  for (const wrong of [undefined, null, 7, {}])
    assert.throws(() => checkRows(wrong), /^TypeError: checkRows: the rows/);
  assert.throws(() => checkRows(new Blob(['{}']).stream()), /^TypeError: checkRows: a stream .*for await/);
  assert.throws(() => checkRows([7]), /^TypeError: checkRows: a chunk must be a string/);
  for (const wrong of [undefined, null, 7, {}, ['{}']]) {
    assert.throws(() => new RowChecker().push(wrong), /^TypeError: RowChecker: a chunk must be a string/);
  }
});

const rows = [
  { slug: 'hubspot', linked_account_id: 'known', auth_object: { access_token: 'fäke-😀-token' } },
  { slug: 'hubspot', linked_account_id: 'other', auth_object: { access_token: 'fake-token' } },
  { slug: 'slack', linked_account_id: 'known', auth_object: {} },
  { slug: 'mine', linked_account_id: 'known', auth_object: {} },
];
const ndjson = rows.map((row) => JSON.stringify(row)).join('\n');

test('a file in any form gives the same report', () => {
  const options = { linkedAccounts: new Set(['known']), customApps: ['mine'] };
  const report = checkRows(ndjson, options);
  assert.deepEqual([report.total, report.accepted, report.rejected], [4, 1, 3]);
  assert.deepEqual(
    report.rows.map(({ line, issues }) => [line, issues[0].code]),
    [
      [2, 'linked_account_not_found'],
      [3, 'oauth2_fields'],
      [4, 'custom_app'],
    ],
  );
  const bytes = new TextEncoder().encode(ndjson);
  for (const form of [
    bytes,
    bytes.buffer,
    Buffer.from(bytes),
    new DataView(bytes.buffer),
    [ndjson],
    new Set([bytes]),
    ndjson.split(''),
    [...bytes].map((byte) => Uint8Array.of(byte)),
    [bytes.subarray(0, 100), new TextDecoder().decode(bytes.subarray(100))],
  ]) {
    assert.deepEqual(checkRows(form, options), report);
  }
});

test('a file of no chunks is an empty file', () => {
  const empty = checkRows('');
  assert.deepEqual([empty.total, empty.lines, empty.rows], [0, 0, []]);
  for (const form of [[], [''], [new Uint8Array(0), '']]) assert.deepEqual(checkRows(form), empty);
});

test('a checker streams: rows come as they are found', () => {
  const checker = new RowChecker();
  assert.deepEqual(checker.push(ndjson.slice(0, 10)), []);
  assert.deepEqual(
    checker.push(ndjson.slice(10)).map(({ line }) => line),
    [3],
  );
  const report = checker.end();
  assert.deepEqual(
    report.rows.map(({ line }) => line),
    [4],
  );
  assert.deepEqual([report.total, report.rejected], [4, 2]);
  for (const call of [() => checker.push(''), () => checker.end()]) {
    assert.throws(call, /^TypeError: RowChecker: It has ended/);
  }
});

test('a checker says what it has found so far', () => {
  const checker = new RowChecker();
  const state = () => [checker.format, checker.headerBytes, checker.isUnreadable];
  assert.deepEqual(state(), [undefined, 0, false]);
  checker.push('\ufeffsep=;\r\nslug;acc');
  assert.deepEqual(state(), ['csv', 0, false]);
  checker.push('ess_token\r\nhubspot;fake');
  assert.deepEqual(state(), ['csv', 29, false]);
  checker.end();
  assert.deepEqual(state(), ['csv', 29, false]);
});

test('after a file proves unreadable, chunks change nothing', () => {
  for (const [start, reason] of [
    ['slug,a,a\n', 'same_column'],
    ['app,access_token\n', 'no_slug'],
    ['slug,"a"b\n', 'header'],
    [Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'binary'],
  ]) {
    const checker = new RowChecker({ format: 'csv' });
    checker.push(start);
    assert.equal(checker.isUnreadable, true, String(reason));
    for (let more = 0; more < 3; more++) assert.deepEqual(checker.push('hubspot,fake-token\n{}\n'.repeat(9000)), []);
    const { unreadable, total } = checker.end();
    assert.deepEqual([unreadable.reason, total], [reason, 0]);
    assert.match(unreadable.help, /^(is|has) .*\.$/);
  }
  assert.equal(checkRows('hello, world\n').unreadable.reason, 'no_format');
});

test('rows with the same cause share its issues, and a report is the own of the caller', () => {
  const row = `${JSON.stringify({ slug: 'slack', auth_object: {} })}\n`;
  const report = checkRows(row.repeat(3));
  const [first, second] = report.rows;
  assert.equal(first.issues, second.issues);
  report.byApp.slack.total = 7;
  report.rows.length = 0;
  report.accounts.missing.lines.push(7);
  assert.deepEqual([checkRows(row.repeat(3)).byApp.slack.total, checkRows(row).accounts.missing.lines], [3, [1]]);
});

test('what has() throws comes through, and the library goes on', () => {
  const boom = new Error('boom');
  const linkedAccounts = {
    has() {
      throw boom;
    },
  };
  assert.throws(() => checkRows(ndjson, { linkedAccounts }), boom);
  assert.equal(checkRows(ndjson).total, 4);
});

test('a row may be longer than a piece', () => {
  const long = JSON.stringify({ slug: 'hubspot', auth_object: { access_token: 'é'.repeat(1 << 20) } });
  assert.deepEqual(checkRows([long, '\n', long]), checkRows(new TextEncoder().encode(`${long}\n${long}`)));
  assert.equal(checkRows(long).accepted, 1);
});

test('a row of 16 MiB is checked, and a longer one is not', () => {
  const row = JSON.stringify(body);
  const padded = (bytes) => row + ' '.repeat(bytes - row.length);
  const { accepted, byCode, rows } = checkRows([padded(1 << 24), '\n', padded((1 << 24) + 1), '\n', row]);
  assert.deepEqual([accepted, byCode], [2, { too_large: 1 }]);
  assert.deepEqual([rows[0].line, rows[0].issues[0].reason, rows[0].issues[0].limit], [2, 'too_large', 1 << 24]);
});

test('400 kB of brackets take no time', () => {
  const started = performance.now();
  for (const format of ['ndjson', 'json', 'csv']) {
    for (const bracket of ['[', '{', '{"a":', '[{']) {
      for (const start of ['', '[', 'slug,auth_object\nhubspot,"']) {
        checkRows(start + bracket.repeat(400_000 / bracket.length), { format });
      }
    }
  }
  // Some seconds; it was 45 for each file once.
  assert.ok(performance.now() - started < 40_000, `${performance.now() - started} ms`);
});

test('a row may be as long as any limit, in any number of chunks', () => {
  const row = JSON.stringify(body);
  for (const requestBytes of [2 ** 32 - 1, Number.MAX_SAFE_INTEGER]) {
    const checker = new RowChecker({ limits: { requestBytes } });
    checker.push(row.slice(0, 20));
    checker.push(`${row.slice(20)}\n${row}`);
    assert.equal(checker.end().accepted, 2);
  }
});

test('a row that a raised limit allows can be repaired', () => {
  const long = `{"slug":"slack","auth_object":{"bot_token":" fake-token"}${' '.repeat(1 << 24)}}`;
  const { repaired, rejected } = checkRows(long, { repair: true, limits: { requestBytes: 1 << 25 } });
  assert.deepEqual([repaired, rejected], [1, 0]);
});

test('after the last rows, no chunk can follow', () => {
  const checker = new RowChecker();
  checker.push(JSON.stringify(body));
  assert.equal([...checker.lastBatches()].length, 0);
  assert.throws(() => checker.push('{}'), /The last rows are read already\. Make a new RowChecker\./);
  assert.equal(checker.end().accepted, 1);
});
