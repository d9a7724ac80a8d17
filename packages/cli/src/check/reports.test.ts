// Every report of `auth-object check`, as golden files beside this one, and without any secret.
// If a report was changed on purpose: UPDATE_GOLDEN=1 npx vitest run src/check/reports.test.ts, and read the diff.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const FILES = ['rows.ndjson', 'some rows, 100%.csv', 'missing.ndjson'];
const folder = scratch();
const REPORTS = ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github'] as const;
const ENDINGS = { pretty: 'txt', json: 'json', ndjson: 'ndjson', junit: 'xml', sarif: 'sarif', github: 'txt' };

describe('reports', () => {
  for (const report of REPORTS) {
    test(report, async () => {
      const golden = join(GOLDEN, `${report}.${ENDINGS[report]}`);
      const { code, stdout, stderr } = await run(['check', ...FILES, '--report', report], { cwd: GOLDEN });
      assert.equal(stderr, 'error: missing.ndjson cannot be read: it does not exist.\n');
      assert.equal(code, 2);
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, stdout);
      assert.equal(stdout, readFileSync(golden, 'utf8'));
    });
  }

  test('ndjson --all: a line for each line of the input, in order', async () => {
    const { stdout } = await run(['check', FILES[0], '--report', 'ndjson', '--all'], { cwd: GOLDEN });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const input = readFileSync(join(GOLDEN, FILES[0]), 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map(({ line }) => line),
      input.map((_, index) => index + 1),
    );
    assert.deepEqual(lines[0], { file: FILES[0], line: 1, ok: true });
    assert.deepEqual(lines[3], { file: FILES[0], line: 4, blank: true });
    assert.equal(lines.filter(({ ok }) => ok === false).length, 10);
  });

  test('--output gives the same, and says the result on standard error', async () => {
    const output = join(folder, 'report.json');
    const { code, stdout, stderr } = await run(['check', FILES[0], '--report', 'json', '-o', output], { cwd: GOLDEN });
    assert.deepEqual([code, stdout, stderr], [1, '', 'note: 11 rows: 1 accepted, 9 rejected, 1 likely rejected.\n']);
    const direct = await run(['check', FILES[0], '--report', 'json'], { cwd: GOLDEN });
    assert.equal(readFileSync(output, 'utf8'), direct.stdout);
  });

  test('--max-failures shortens the list, and not the counts', async () => {
    for (const report of ['json', 'junit', 'sarif'] as const) {
      const { stdout } = await run(['check', FILES[0], '--report', report, '--max-failures', '2'], { cwd: GOLDEN });
      const listed = { json: /"ok":false/g, junit: /<failure type/g, sarif: /"ruleId"/g }[report];
      assert.equal(stdout.match(listed)?.length, 2, report);
      assert.match(stdout, { json: /"rejected": 10/, junit: /7 more rejected rows/, sarif: /"rejected":10/ }[report]);
    }
  });
});

/** A fake secret that looks like a token, different for each place. */
const secret = (place: string) => `pat-FAKE0SENTINEL1of2${place}3x4y5z6`;

const ROWS = [
  { slug: 'hubspot', auth_object: { oauth2: { access_token: 1, refresh_token: secret('known') } } },
  { slug: 'hubspot', auth_object: { oauth2: { acces_token: secret('misspelt') } } },
  { slug: 'hubspot', auth_object: { oauth2: { [secret('key')]: 'fake' } } },
  { slug: 'hubspot', auth_object: { [secret('authtype')]: { access_token: secret('within') } } },
  { slug: 'copper', auth_object: { api_token: { inner: secret('nested') }, email: [secret('list')] } },
  { slug: secret('slug'), auth_object: { api_token: secret('unknownapp') } },
  { slug: 'copper', auth_object: secret('instead') },
  { slug: 'copper', auth_object: JSON.stringify({ api_token: secret('text') }) },
  { slug: { a: secret('noslug') }, auth_object: {} },
  { slug: 'custom', auth_object: { api_key: secret('custom') }, [secret('beside')]: secret('besidevalue') },
  { slug: 'gmail', auth_object: { access_token: ` "Bearer ${secret('repaired')}" ` } },
];
const NDJSON = [...ROWS.map((row) => JSON.stringify(row)), `{"slug":"gmail","${secret('broken')}`, secret('line')];
const CSV = [
  `slug,linked_account_id,auth_type,access_token,${secret('column')}`,
  `hubspot,a,,${secret('cell')},${secret('unknowncell')}`,
  `hubspot,a,${secret('typecell')},${secret('othercell')},`,
  `${secret('slugcell')},a,,${secret('slugother')},`,
  `hubspot,a,,x,y,${secret('ragged')}`,
  `hubspot,a,,"${secret('open')}`,
];

const INPUTS = {
  ndjson: NDJSON.join('\n'),
  json: `[${ROWS.map((row) => JSON.stringify(row, undefined, 1)).join(',\n')}, ${secret('element')}, {"a": "${secret('cut')}`,
  csv: CSV.join('\n'),
  'header that has no slug': `${secret('headera')},${secret('headerb')}\n${secret('row')},x\n`,
  'headers of one name': `slug,${secret('twice')},${secret('twice')}\n`,
  'neither JSON nor CSV': secret('alone'),
};

describe('no secret is in the reports about', () => {
  for (const [name, text] of Object.entries(INPUTS)) {
    test(name, async () => {
      const input = join(folder, name);
      writeFileSync(input, text);
      for (const report of REPORTS) {
        const { code, stdout, stderr } = await run(['check', input, '--report', report]);
        assert.ok(code === 1 || code === 2, `${report}: ${code}`);
        assert.doesNotMatch(stdout + stderr, /SENTINEL/, report);
      }
      const log = join(folder, 'log');
      const repair = ['--repair', '--out-ok', join(folder, 'ok'), '--repair-log', log];
      const { stdout, stderr } = await run(['check', input, '--report', 'ndjson', ...repair]);
      assert.doesNotMatch(stdout + stderr + readFileSync(log, 'utf8'), /SENTINEL/, 'repair');
    });
  }

  test('--all', async () => {
    const { stdout, stderr } = await run(['check', '-', '--report', 'ndjson', '--all'], { input: INPUTS.ndjson });
    assert.doesNotMatch(stdout + stderr, /SENTINEL/);
    assert.equal(stdout.match(/\n/g)?.length, NDJSON.length);
  });
});

test('an unknown slug is cut and escaped wherever it is shown', async () => {
  const input = JSON.stringify({ slug: `evil\u001b[2J${'x y '.repeat(100)}`, auth_object: { api_token: 'fake' } });
  for (const report of ['pretty', 'json', 'github', 'junit', 'sarif']) {
    const { stdout } = await run(['check', '-', '--report', report], { input });
    assert.match(stdout, /integration type: evil/, report);
    assert.ok(!stdout.includes('\u001b') && !stdout.includes('x y '.repeat(30)), report);
  }
  const account = JSON.stringify({
    slug: 'gmail',
    linked_account_id: 'a\u001b[2J',
    auth_object: { refresh_token: 'fake' },
  });
  const accounts = join(folder, 'accounts');
  writeFileSync(accounts, 'b');
  const { stdout } = await run(['check', '-', '--linked-accounts', accounts], { input: account });
  assert.match(stdout, /account with id a\\u001b\[2J does not exist/);
});

test('an annotation of GitHub names the file as it is, but gives no other order', async () => {
  const paths = {
    'می\u200cخواهم.csv': 'می\u200cخواهم.csv',
    '👨\u200d👩\u200d👧, 100%: a.csv': '👨\u200d👩\u200d👧%2C 100%25%3A a.csv',
    'a\n::error::b\r.csv': 'a%0A%3A%3Aerror%3A%3Ab%0D.csv',
    'a##[error]b\u202e\u001b[2J.csv': 'a\\u0023#[error]b\\u202e\\u001b[2J.csv',
  };
  for (const [name, path] of Object.entries(paths)) {
    writeFileSync(join(folder, name), 'slug\ngmail\n');
    const { stdout } = await run(['check', name, '--report', 'github'], { cwd: folder });
    assert.match(stdout, /^::error file=.*,line=2,title=.*\n::notice .*\n$/);
    assert.equal(/file=(.*?),line/.exec(stdout)?.[1], path);
  }
});
