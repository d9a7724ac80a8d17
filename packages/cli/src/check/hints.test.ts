// `auth-object check` and hints: accepted rows that will not work are not passed over, and no value is shown.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

/** A mark in every value. */
const MARK = 'aZbYcX';
const row = (slug: string, auth_object: unknown) => JSON.stringify({ slug, linked_account_id: 'a', auth_object });
const token = `pat-na1-00000001-0000-4000-8000-${'0'.repeat(12)}`;

/** Keys that got a line end, quotes, an example or a mask on the way; a good one; one that is rejected. */
const ROWS = [
  row('ashby', { keybased: { api_key: `fake-${MARK}-1\n` } }),
  row('stripe', { keybased: { api_key: `"sk_live_${MARK}FAKEFAKE"` } }),
  row('ashby', { keybased: { api_key: 'YOUR_API_KEY' } }),
  row('hubspot', { oauth2: { access_token: `Bearer ${token}` } }),
  row('ashby', { keybased: { api_key: `••••••••${MARK}` } }),
  row('ashby', { keybased: { api_key: `fake-${MARK}-2` } }),
  row('ashby', { keybased: { api_key: ` fake-${MARK}-3 ` } }),
];
const REJECTED = row('ashby', { keybased: { api_kee: ` ${MARK}` } });
/** The kinds, and the lines that they are in. */
const KINDS: Record<string, number[]> = {
  outer_whitespace: [1, 7],
  quoted: [2],
  placeholder: [3],
  auth_prefix: [4],
  masked: [5],
};
const REPAIRABLE = ['outer_whitespace', 'quoted', 'auth_prefix'];

const folder = scratch();
const path = (name: string) => join(folder, name);
writeFileSync(path('rows'), ROWS.join('\n'));
const check = async (...args: string[]) => {
  const answer = await run(['check', 'rows', ...args], { cwd: folder });
  assert.doesNotMatch(answer.stdout + answer.stderr, new RegExp(`${MARK}|YOUR_API|${token}`));
  return answer;
};

describe('hints', () => {
  test('pretty: each kind with its lines, and what --repair fixes', async () => {
    const { code, stdout } = await check();
    assert.equal(code, 0);
    for (const [name, lines] of Object.entries(KINDS)) {
      const fixed = REPAIRABLE.includes(name) ? ` \\(--repair fixes ${lines.length === 1 ? 'it' : 'them'}\\)` : '';
      const places = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
      assert.match(
        stdout,
        new RegExp(`^${name} · ${lines.length} rows?: \\w+ \\w+${fixed}\n  → .+\n  ${places}$`, 'm'),
      );
    }
    assert.match(stdout, /^Accepted with a hint: 6 rows that may not work$/m);
    assert.match(stdout, /^! 7 rows: 7 accepted, 0 rejected$/m);
    assert.doesNotMatch(stdout, /✓/);
  });

  test('json: counts, lines, and how many --repair fixes', async () => {
    const { hints } = JSON.parse((await check('--report', 'json')).stdout);
    assert.equal(hints.rows, 6);
    assert.deepEqual(
      hints.causes.map(({ code, count, repairable, places }) => [
        ...[code, count, repairable, places.map(({ line }) => line)],
      ]),
      Object.entries(KINDS).map(([code, lines]) => [
        ...[code, lines.length, REPAIRABLE.includes(code) ? lines.length : 0, lines],
      ]),
    );
    const { app, field, count, help } = hints.causes[1].fields[0];
    assert.deepEqual([app, field, count], ['stripe', 'api_key', 1]);
    assert.match(help, /quotes/);
  });

  test('ndjson: the hints of each row', async () => {
    for (const all of [false, true]) {
      const { stdout } = await check('--report', 'ndjson', ...(all ? ['--all'] : []));
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map(({ line }) => line),
        all ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5, 7],
      );
      for (const { line, ok, hints = [] } of lines) {
        assert.equal(ok, true);
        for (const { code, path, help, repairable } of hints) {
          assert.ok(KINDS[code].includes(line), `${line} ${code}`);
          assert.equal(repairable, REPAIRABLE.includes(code));
          assert.equal(path[0], 'auth_object');
          assert.match(help, /\S/);
        }
      }
      if (all) assert.deepEqual(lines[5], { file: 'rows', line: 6, ok: true });
    }
  });

  test('the reports for other tools name each kind, and fail nothing', async () => {
    for (const report of ['junit', 'sarif', 'github'] as const) {
      const { code, stdout } = await check('--report', report);
      assert.equal(code, 0);
      for (const name of Object.keys(KINDS)) assert.ok(stdout.includes(name), `${report} ${name}`);
      assert.match(stdout, { junit: /failures="0"/, sarif: /"level":"note"/, github: /^::notice /m }[report]);
    }
  });

  test('--no-hints looks for none', async () => {
    assert.equal((await check('--no-hints')).stdout, '✓ 7 rows: 7 accepted, 0 rejected\n');
    assert.equal('hints' in JSON.parse((await check('--no-hints', '--report', 'json')).stdout), false);
    assert.equal((await check('--no-hints', '--report', 'ndjson')).stdout, '');
  });

  test('--repair: those that are left', async () => {
    const { stdout } = await check('--repair', '--out-ok', 'ok', '--report', 'json');
    const { hints, files, repaired } = JSON.parse(stdout);
    assert.deepEqual([repaired, files[0].repaired], [4, 4]);
    assert.deepEqual(
      hints.causes.map(({ code }) => code),
      ['placeholder', 'masked'],
    );
    assert.match(readFileSync(path('ok'), 'utf8'), new RegExp(`"sk_live_${MARK}FAKEFAKE"`));
    assert.match(
      (await check('--repair', '--out-ok', 'ok')).stdout,
      /^Accepted with a hint: 2 rows .*\n {2}4 rows repaired$/ms,
    );
  });

  test('only accepted rows are counted, in every format', async () => {
    const rows = [...ROWS.slice(0, 2), REJECTED];
    const csv = `slug,auth_type,api_key,api_kee\nashby,keybased," fake-${MARK}",\nashby,keybased,," ${MARK}"\n`;
    const inputs: [input: string, expected: string[]][] = [
      [rows.join('\n'), ['outer_whitespace', 'quoted']],
      [`[${rows.join(',\n')}]`, ['outer_whitespace', 'quoted']],
      [csv, ['outer_whitespace']],
    ];
    for (const [input, expected] of inputs) {
      const { code, stdout } = await run(['check', '-', '--report', 'json', '--strict'], { input });
      const { rejected, hints } = JSON.parse(stdout);
      assert.deepEqual([code, rejected, hints.causes.map((cause) => cause.code)], [1, 1, expected]);
    }
  });

  test('--trust documented: what may be rejected is a hint', async () => {
    const { code, stdout } = await run(['check', '-', '--trust', 'documented', '--report', 'json'], {
      input: REJECTED,
    });
    const { hints } = JSON.parse(stdout);
    assert.equal(code, 0);
    assert.ok(hints.causes.some((cause) => cause.code === 'unsure'));
    assert.doesNotMatch(stdout, /registerApp/);
  });
});
