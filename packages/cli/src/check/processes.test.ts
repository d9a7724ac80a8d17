// `auth-object check` between other programs: verdicts at once, Ctrl-C, a reader that leaves, many rows.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as api from 'auth-object/rows';
import { describe, test } from 'vitest';
import { catalogue } from '../../../../pkg-tests/bench/catalogue.mjs';
import { requests } from '../../../../pkg-tests/bench/requests.mjs';
import { printed, run, scratch, start as startCli } from '../testing/run.ts';

const folder = scratch();
const GOOD = '{"slug":"gmail","auth_object":{"refresh_token":"fake"}}';
const start = (...args: string[]) => startCli(['check', ...args], { cwd: folder });

test('each line is answered before the next one comes', async () => {
  const child = start('-', '--report', 'ndjson', '--all');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const lines: [line: string, expected: object][] = [
    ['slug, but no JSON', { ok: false, code: 'invalid_json' }],
    [GOOD, { ok: true }],
    ['', { blank: true }],
    ['[', { ok: false, code: 'invalid_json' }],
    [GOOD, { ok: true }],
  ];
  for (const [line, expected] of lines) {
    child.stdin.write(`${line}\n`);
    const answer = JSON.parse((await answers.next()).value ?? '');
    assert.deepEqual({ ...answer, ...expected }, answer);
  }
  child.stdin.end();
  assert.deepEqual(await once(child, 'close'), [1, null]);
});

describe('Ctrl-C', () => {
  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`${signal}: what was found is reported, and nothing half-written is left`, async () => {
      const child = start('-', '--report', 'json', '--out-ok', 'ok', '--out-bad', 'bad');
      const texts = printed(child);
      child.stdin.write(`no JSON\n${GOOD}\n`);
      // The first failure is out: the rows are read, and the input stays open.
      while (!texts.stdout.includes('invalid_json')) await once(child.stdout, 'data');
      child.kill(signal);
      assert.deepEqual(await once(child, 'close'), [expected, null]);
      const { total, rejected, partial } = JSON.parse(texts.stdout);
      assert.deepEqual({ total, rejected, partial }, { total: 2, rejected: 1, partial: true });
      assert.match(texts.stderr, /interrupted: the files .* are not written/);
      assert.deepEqual(readdirSync(folder), []);
    });
  }
});

test('Ctrl-C ends threads too', async () => {
  const bad = `${JSON.stringify({ slug: 'gmail', auth_object: { refresh_token: '', note: 'fake'.repeat(100) } })}\n`;
  writeFileSync(join(folder, 'bad.ndjson'), bad.repeat(80_000));
  const child = start('bad.ndjson', '--report', 'json', '--no-hints');
  const closed = once(child, 'close');
  // Nothing is read until the signal is sent: the report waits, and with it the check.
  await once(child.stdout, 'readable');
  child.kill('SIGINT');
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  assert.deepEqual(await closed, [130, null]);
  const { total, failures, partial } = JSON.parse(stdout);
  assert.ok(partial && total < 80_000, `${total}`);
  assert.equal(failures.length, total);
  rmSync(join(folder, 'bad.ndjson'));
});

test('a reader that leaves ends it quietly', async () => {
  const child = start('-', '--report', 'ndjson', '--all', '--out-ok', 'left');
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += text));
  child.stdin.on('error', () => {});
  child.stdin.write(`${GOOD}\n`.repeat(100));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.write(`${GOOD}\n`.repeat(100_000));
  assert.deepEqual(await once(child, 'close'), [141, null]);
  assert.equal(stderr, '');
  assert.equal(existsSync(join(folder, 'left')), false);
});

// Some minutes if other programs keep the processors busy.
describe('100,000 rows', { timeout: 300_000 }, () => {
  const { compact } = catalogue(api);
  const rows = requests(compact, 100_000);
  const ndjson = rows.map(({ text }) => `${text}\n`).join('');

  const counts = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    const { code, stdout } = await run(['check', name, '--report', 'json', '--max-failures', '0'], { cwd: folder });
    assert.equal(code, 1);
    return numbers(JSON.parse(stdout));
  };
  const numbers = ({ total, accepted, rejected, likely, byCode, byApp }) => ({
    ...{ total, accepted, rejected, likely, byCode, byApp },
  });
  const ofLibrary = (text: string) => {
    const { byCode, ...others } = api.checkRows(text);
    return numbers({ ...others, byCode: sorted(byCode) });
  };

  test('NDJSON: the counts of the library, and of a JSON array', async () => {
    assert.deepEqual(await counts('rows.ndjson', ndjson), ofLibrary(ndjson));
    const whole = rows.filter(({ row }) => row !== undefined);
    const array = `[${whole.map(({ text }) => text).join(',\n')}]`;
    assert.deepEqual(await counts('rows.json', array), ofLibrary(whole.map(({ text }) => `${text}\n`).join('')));
  });

  test('a file that threads share: the report of the same rows through a pipe', async () => {
    const long = `{"slug":"gmail","auth_object":{"refresh_token":"${'x'.repeat(9e6)}"},"a":1`;
    const text = `${ndjson.replaceAll('}}\n', '}}\r\n\n')}${long}\n${ndjson}${long}`;
    writeFileSync(join(folder, 'large.ndjson'), text);
    for (const report of ['ndjson', 'pretty', 'sarif'] as const) {
      const args = ['--report', report, '--linked-accounts', 'accounts'];
      writeFileSync(join(folder, 'accounts'), rows.map((_, number) => `account:${number}`).join('\n'));
      const file = await run(['check', 'large.ndjson', ...args], { cwd: folder });
      const pipe = await run(['check', '-', ...args], { cwd: folder, input: text });
      const named = { ndjson: '"file":"-"', sarif: '"uri":"stdin"', pretty: '' }[report];
      assertSameText(file.stdout, pipe.stdout.replaceAll(named, named.replace(/-|stdin/, 'large.ndjson')), report);
      assert.deepEqual([file.code, file.stderr], [1, '']);
    }
    const json = async (...more: string[]) => {
      const { stdout } = await run(['check', 'large.ndjson', '--report', 'json', ...more], { cwd: folder });
      return JSON.parse(stdout);
    };
    // A rejected row may have hints too.
    const { hints, accounts, failures, ...others } = await json();
    const { accounts: _, failures: without, ...same } = await json('--no-hints');
    assert.deepEqual(others, same);
    assert.equal(failures.length, without.length);
    assert.ok(hints.rows > 0 && hints.rows < others.accepted && accounts.repeated.count > 0);
  });

  test('CSV: the counts of the same rows as NDJSON', async () => {
    // CSV has no place for values that are not strings, and an empty one is an absent one.
    const flat: Row[] = [];
    while (flat.length < 100_000) {
      for (const { row } of rows) if (flat.length < 100_000 && fits(row)) flat.push(row);
    }
    const names = [...new Set(flat.flatMap((row) => Object.keys(fieldsOf(row)[1])))];
    const lines = flat.map((row) => {
      const [authType, fields] = fieldsOf(row);
      return [row.slug, row.linked_account_id, authType, ...names.map((name) => fields[name])].map(cell).join(',');
    });
    const csv = [['slug', 'linked_account_id', 'auth_type', ...names].join(','), ...lines].join('\n');
    const same = flat.map((row) => `${JSON.stringify(row)}\n`).join('');
    const found = await counts('rows.csv', csv);
    assert.equal(found.total, 100_000);
    assert.ok(found.rejected > 1000, `${found.rejected}`);
    assert.deepEqual(found, await counts('same.ndjson', same));
  });
});

interface Row {
  readonly slug: string;
  readonly linked_account_id: string;
  readonly auth_object: Record<string, string>;
}

/** Names the first line that differs. The difference of large texts would need all memory. */
function assertSameText(actual: string, expected: string, name: string) {
  const lines = expected.split('\n');
  const at = actual.split('\n').findIndex((line, index) => line !== lines[index]);
  assert.ok(at === -1 && actual.length === expected.length, `${name}: line ${at + 1} differs`);
}

const sorted = (counts: object) => Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
const cell = (value = '') => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The auth type, or nothing, and the fields. */
function fieldsOf({ auth_object: object }: Row): [authType: string, fields: Record<string, string>] {
  const [[name, value] = []] = Object.entries<unknown>(object);
  const isTyped = name !== undefined && isObject(value) && Object.keys(object).length === 1;
  return isTyped ? [name, value as Record<string, string>] : ['', object];
}

function fits(row: Row | undefined): row is Row {
  if (row === undefined || !isObject(row.auth_object)) return false;
  return Object.values(fieldsOf(row)[1]).every((value) => typeof value === 'string' && value);
}
