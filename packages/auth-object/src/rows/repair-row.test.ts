// Rows that are repaired before they are counted.
import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Untyped } from '../testing/untyped.ts';
import { checkRows, RowChecker } from '../testing/untyped-rows.ts';

const row = (auth_object, more = {}) =>
  JSON.stringify({ slug: 'hubspot', linked_account_id: 'a', auth_object, ...more });
const tokens = (access_token) => ({ oauth2: { access_token, refresh_token: 'fake-refresh' } });
const TRIM = { code: 'outer_whitespace', path: ['auth_object', 'oauth2', 'access_token'], changes: ['trim'] };

test('a repaired hint is not in the report, and the row is in the list', () => {
  const text = `${row(tokens(' fake-access'))}\n${row(tokens('fake-access'))}\n`;
  const before = checkRows(text);
  assert.deepEqual([before.hinted, before.repaired, before.rows.length], [1, 0, 0]);
  for (const hints of [true, false]) {
    const { accepted, hinted, hints: counts, repaired, rows } = checkRows(text, { repair: true, hints });
    assert.deepEqual([accepted, hinted, counts, repaired, rows.length], [2, 0, [], 1, 1]);
    const [{ ok, line, start, end, repaired: better }] = rows;
    assert.deepEqual([ok, line, start, end], [true, 1, 0, text.indexOf('\n')]);
    assert.deepEqual(better, { text: row(tokens('fake-access')), changes: [TRIM] });
  }
});

test('a rejected row that the endpoint would then accept is repaired, others stay rejected', () => {
  const move = row({ oauth2: { accessToken: 'fake-access', refresh_token: 'fake-refresh' } });
  const hopeless = row({ oauth2: { accessToken: 'fake-access', madeUp: 'fake' } });
  const { accepted, rejected, repaired, rows } = checkRows(`${move}\n${hopeless}\nnot JSON\n`, { repair: true });
  assert.deepEqual([accepted, rejected, repaired], [1, 2, 1]);
  assert.deepEqual(JSON.parse(rows[0].repaired.text).auth_object.oauth2, {
    access_token: 'fake-access',
    refresh_token: 'fake-refresh',
  });
  const [change] = rows[0].repaired.changes;
  assert.deepEqual(
    [change.code, change.changes, change.to],
    ['near_miss_key', ['move'], '/auth_object/oauth2/access_token'],
  );
  assert.deepEqual(
    rows.map(({ ok, repaired: better }) => [ok, better !== undefined]),
    [
      [true, true],
      [false, false],
      [false, false],
    ],
  );
});

test('a value may need several repairs', () => {
  const { rows } = checkRows(row(tokens(' " fake-access " ')), { repair: true });
  assert.equal(JSON.parse(rows[0].repaired.text).auth_object.oauth2.access_token, 'fake-access');
});

test('the whole answer of a token endpoint is repaired, null alone is not', () => {
  const answer = row({
    oauth2: { ...tokens('fake-access').oauth2, scope: 'a', token_type: 'bearer', expires_in: 1800 },
  });
  const nothing = row({ oauth2: { access_token: 'fake-access', refresh_token: null } });
  const { accepted, rejected, rows } = checkRows(`${answer}\n${nothing}\n`, { repair: true });
  assert.deepEqual([accepted, rejected], [1, 1]);
  assert.equal(rows[0].repaired.text, row(tokens('fake-access')));
  assert.deepEqual(
    rows[0].repaired.changes.map(({ code, changes }) => [code, changes]),
    [['token_response', ['remove']]],
  );
});

test('credentials come out of the answer of a secret store, and of the answer in it', () => {
  const secret = { access_token: 'fake-access', refresh_token: 'fake-refresh' };
  const vault = row({ data: { data: secret, metadata: { version: 1 } } });
  const store = row({ ARN: 'fake', SecretString: JSON.stringify({ oauth2: secret }) });
  const { accepted, rows } = checkRows(`${vault}\n${store}\n`, { repair: true });
  assert.equal(accepted, 2);
  assert.deepEqual(
    rows.map(({ repaired }) => repaired.text),
    [row(secret), row({ oauth2: secret })],
  );
});

test('JSON: the text is the element', () => {
  const file = `[${row(tokens('fake-access'))},\n ${row(tokens('fake-access\\n'.replace('\\n', '\n')))}]`;
  const { repaired, rows } = checkRows(file, { repair: true });
  assert.equal(repaired, 1);
  assert.equal(rows[0].repaired.text, row(tokens('fake-access')));
  assert.equal(file.slice(rows[0].start, rows[0].end), row(tokens('fake-access\n')));
});

/** The texts of the repaired rows of a file of CSV, `undefined` for the others. */
function repairedCsv(file) {
  const { rows } = checkRows(file, { repair: true, list: 'all' });
  return rows.map(({ repaired }) => repaired?.text);
}

test('CSV: the line breaks of a key come back in quotes', () => {
  const lines = ['-----BEGIN PRIVATE KEY-----', 'MIIEFAKE', '-----END PRIVATE KEY-----'];
  const file = (key) => `slug,linked_account_id,host,username,pem_key\nsftp,a,sftp.fake.example,fake,${key}\n`;
  const [repaired] = repairedCsv(file(lines.join('\\n')));
  assert.equal(repaired, `sftp,a,sftp.fake.example,fake,"${lines.join('\n')}"`);
  assert.equal(checkRows(file(`"${lines.join('\n')}"`)).hinted, 0);
});

test('CSV: the text is a row with the same columns and delimiter', () => {
  assert.deepEqual(
    repairedCsv('slug,linked_account_id,access_token\nhubspot,a, fake-access\nhubspot,a,fake-access\n'),
    ['hubspot,a,fake-access', undefined],
  );
  assert.deepEqual(repairedCsv('slug;access_token;refresh_token\nhubspot; fake;"fa;""ke"\n'), [
    'hubspot;fake;"fa;""ke"',
  ]);
  assert.deepEqual(repairedCsv('slug\taccess_token\tnote\nhubspot\t fake\t\n'), ['hubspot\tfake\t']);
});

test('CSV: a value moves to another column, and a row whose value has no column is not repaired', () => {
  const moved = 'slug,access_token,Access Token\nhubspot,,fake-access\nhubspot,fake-access,fake-other\n';
  assert.deepEqual(repairedCsv(moved), ['hubspot,fake-access,', undefined]);
  // The account is inside of the cell, and moves beside it.
  const cell = JSON.stringify(JSON.parse(row(tokens('fake-access')))).replaceAll('"', '""');
  assert.deepEqual(repairedCsv(`slug,auth_object\nhubspot,"${cell}"\n`), [undefined]);
  const [text] = repairedCsv(`slug,linked_account_id,auth_object\nhubspot,,"${cell}"\n`);
  assert.ok(text.startsWith('hubspot,a,"{""oauth2""'), text);
});

test('CSV: the cell auth_object is repaired as JSON', () => {
  const cell = (value) => `"${JSON.stringify({ oauth2: { access_token: value } }).replaceAll('"', '""')}"`;
  assert.deepEqual(repairedCsv(`slug,auth_object\nhubspot,${cell(' fake-access')}\n`), [
    `hubspot,${cell('fake-access')}`,
  ]);
});

test('CSV: what is written is what was checked', () => {
  const header = 'slug,linked_account_id,access_token,refresh_token';
  const rows = ['hubspot,a,"""fake-access""",fake', 'hubspot,b, fake ,', 'slack,c,Bearer fake-access,"fake\n"'];
  const file = `${header}\n${rows.join('\n')}\n`;
  const report = checkRows(file, { repair: true, list: 'all' });
  assert.equal(report.repaired, 3);
  const again = checkRows(`${header}\n${report.rows.map(({ repaired }) => repaired.text).join('\n')}\n`, {
    repair: true,
  });
  assert.deepEqual([again.accepted, again.repaired], [3, 0]);
});

test('rows are repaired across chunks, and in each with its own changes', () => {
  const texts = [tokens(' fake-1'), tokens('"fake-2"'), tokens('fake-3'), tokens('Bearer fake-4')].map((one) =>
    row(one),
  );
  const file = texts.join('\n');
  const whole = checkRows(file, { repair: true });
  assert.deepEqual(
    whole.rows.map(({ line, repaired }) => [line, repaired.changes.map(({ code }) => code)]),
    [
      [1, ['outer_whitespace']],
      [2, ['quoted']],
      [4, ['auth_prefix']],
    ],
  );
  for (const length of [1, 7, 100]) {
    const checker = new RowChecker({ repair: true });
    const rows: Untyped[] = [];
    for (let at = 0; at < file.length; at += length) rows.push(...checker.push(file.slice(at, at + length)));
    const report = checker.end();
    assert.deepEqual({ ...report, rows: [...rows, ...report.rows] }, whole);
  }
});

test('no change holds a value', () => {
  const { rows } = checkRows(row(tokens(' fake-secret-value ')), { repair: true });
  assert.ok(!JSON.stringify(rows[0].repaired.changes).includes('fake-secret'));
});

test('lookups are asked about the repaired row too', () => {
  const asked: string[] = [];
  const linkedAccounts = { has: (id) => asked.push(id) > 0 };
  const { repaired } = checkRows(row(tokens(' fake-access')), { repair: true, linkedAccounts });
  assert.equal(repaired, 1);
  assert.deepEqual([...new Set(asked)], ['a']);
  assert.equal(checkRows(row(tokens(' fake-access')), { repair: true, linkedAccounts: [] }).rejected, 1);
});
