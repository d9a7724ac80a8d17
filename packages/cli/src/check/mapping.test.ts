// `auth-object check --map`, `--set` and `--columns`, and exports of other platforms.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { run, scratch } from '../testing/run.ts';

const folder = scratch();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Checks a file of this content. */
async function check(name: string, content: string, ...args: string[]) {
  writeFileSync(join(folder, name), content);
  return run(['check', name, ...args], { cwd: folder });
}

const TOKENS = 'provider,Customer ID,token,created_at\nhubspot,a,fake-1,2026\nhubspt,b,fake-2,2026\n';
const MAP = ['--map', 'provider=slug', '--map', 'customer-id=linked_account_id', '--map', 'token=oauth2.access_token'];

describe('--map and --set', () => {
  test('CSV: the files keep their columns, and what is ignored is noted', async () => {
    const { code, stderr } = await check(
      'tokens.csv',
      TOKENS,
      ...MAP,
      '--strict',
      '--out-ok',
      'ok',
      '--out-bad',
      'bad',
    );
    const [header, first, second] = TOKENS.trimEnd().split('\n');
    assert.equal(code, 1);
    assert.equal(read('ok'), `${header}\n${first}\n`);
    assert.ok(
      read('bad').startsWith(`${header},auth_object_line,auth_object_code,auth_object_help\n${second},3,unknown_app,`),
    );
    assert.match(stderr, /^note: tokens\.csv: ignored columns: "created_at"\.$/m);
  });

  test('JSON: the accepted rows are requests, the rejected ones as they were', async () => {
    const rows = [
      { app: { name: 'hubspot' }, id: 7, token: 'fake-1' },
      { app: { name: 'hubspt' }, id: 8, token: 'fake-2' },
    ];
    const args = ['--map', 'app.name=slug', '--map', 'id=linked_account_id', '--map', 'token=access_token'];
    for (const [name, content] of [
      ['rows.ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join('')],
      ['rows.json', JSON.stringify(rows)],
    ] as const) {
      const { code } = await check(name, content, ...args, '--strict', '--out-ok', 'ok', '--out-bad', 'bad');
      const ok = '{"slug":"hubspot","linked_account_id":"7","auth_object":{"access_token":"fake-1"}}';
      assert.deepEqual([code, read('ok').includes(ok), read('bad').includes(JSON.stringify(rows[1]))], [1, true, true]);
      assert.equal((await run(['check', 'ok'], { cwd: folder })).code, 0);
    }
  });

  test('repair: a row of JSON is written as a request', async () => {
    const row = '{"app":"hubspot","id":"a","token":"Bearer fake-1"}\n';
    const args = ['--map', 'app=slug', '--map', 'token=access_token', '--repair', '--out-ok', 'ok'];
    assert.equal((await check('rows.ndjson', row, ...args)).code, 0);
    assert.equal(read('ok'), '{"slug":"hubspot","auth_object":{"access_token":"fake-1"}}\n');
  });

  test('no report has the mapped row', async () => {
    const row = '{"app":"stripe","id":"a","token":"YOUR_SECRET_TOKEN"}\n{"app":"hubspt","token":"YOUR_SECRET_TOKEN"}\n';
    for (const report of ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github']) {
      const args = ['--map', 'app=slug', '--map', 'token=api_key', '--report', report];
      const { stdout, stderr } = await check('rows.ndjson', row, ...args, ...(report === 'ndjson' ? ['--all'] : []));
      assert.ok(!(stdout + stderr).includes('YOUR_SECRET'), report);
    }
  });

  test('--set is for rows without a value', async () => {
    const { code, stdout } = await check(
      'hubspot.csv',
      'slug,access_token,linked_account_id\n,fake-1,a\ngmail,fake-2,b\n',
      ...['--set', 'slug=hubspot', '--set', 'linked_account_id=c', '--report', 'json'],
    );
    assert.deepEqual([code, Object.keys(JSON.parse(stdout).byApp)], [0, ['gmail', 'hubspot']]);
  });

  test('a key that no row has is noted', async () => {
    const { stderr } = await check('rows.ndjson', '{"slug":"hubspot","tok":"fake-1"}\n', '--map', 'token=access_token');
    assert.match(stderr, /^note: rows\.ndjson: no row has the key "token"\.$/m);
  });

  test('a file of CSV without the column cannot be read', async () => {
    const { code, stderr } = await check('tokens.csv', TOKENS, '--map', 'provider=slug', '--map', 'tok=access_token');
    assert.deepEqual(
      [code, stderr.split('\n')[0]],
      [2, 'error: tokens.csv has no column "tok" in its CSV header. Map a column that it has.'],
    );
  });

  test('a file without a column slug says how to name one', async () => {
    const { code, stderr } = await check('tokens.csv', TOKENS);
    assert.equal(code, 2);
    assert.match(stderr, /use --map NAME=slug; if all rows are of one app, --set slug=NAME\./);
  });

  const wrong: [args: string[], text: string][] = [
    [['--map', 'provider'], '--map needs NAME=TARGET, such as provider=slug.'],
    [['--set', 'fake-secret'], '--set needs TARGET=VALUE, such as slug=hubspot.'],
    [['--map', 'a=slug', '--map', 'a=auth_type'], '--map has the same name twice. Give each name once.'],
    [['--map', 'a=slug', '--map', 'b=slug'], '--map: Two names are given for slug. Give one.'],
    [['--map', 'a=acess_token'], '--map: "acess_token" is unknown. Did you mean access_token?'],
    [['--set', 'refreshtoken=fake-secret'], '--set: "refreshtoken" is unknown. Did you mean refresh_token?'],
    [['--set', 'auth_object={}'], '--set: auth_object cannot be set.'],
    [['--set', 'slug='], '--set: The name or value for slug is blank. Give one.'],
    [['--columns', '--out-ok', 'ok'], '--columns checks nothing, so it cannot be used with'],
  ];
  for (const [args, text] of wrong) {
    test(`misuse: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await check('tokens.csv', TOKENS, ...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.ok(stderr.includes(text) && !stderr.includes('fake-secret'), stderr);
    });
  }
});

describe('--columns', () => {
  test('CSV', async () => {
    const content = 'Slug,token,Linked Account ID,access_tokn\nhubspot,fake-1,a,\n';
    const { code, stdout } = await check('rows.csv', content, '--columns');
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        'rows.csv: csv',
        '  Slug               slug',
        '  token              token',
        '  Linked Account ID  linked_account_id',
        '  access_tokn        unknown: no app has this field, so rows with a value in it are rejected',
        '',
      ].join('\n'),
    );
  });

  test('CSV with a mapping', async () => {
    const { code, stdout } = await check(
      'tokens.csv',
      TOKENS,
      ...MAP,
      '--set',
      'client_secret=fake-secret',
      '--columns',
    );
    assert.equal(code, 0);
    assert.match(stdout, /^ {2}token {8}oauth2\.access_token$/m);
    assert.match(stdout, /^ {2}created_at {3}ignored$/m);
    assert.match(stdout, /^ {2}--set client_secret: for rows without it$/m);
    assert.ok(!stdout.includes('fake-'));
  });

  test('JSON', async () => {
    const row = '{"app":"hubspot","token":"fake-1"}\n';
    const { code, stdout } = await check('rows.ndjson', row, '--map', 'app=slug', '--map', 'b=auth_type', '--columns');
    assert.deepEqual(
      [code, stdout],
      [0, 'rows.ndjson: ndjson\n  app  slug (1 row)\n  b    auth_type (no row has it)\n'],
    );
    assert.match((await check('rows.ndjson', row, '--columns')).stdout, /Use --map for other keys\.$/m);
  });

  test('an input that cannot be read', async () => {
    assert.equal((await check('tokens.csv', TOKENS, '--columns')).code, 2);
    const { code, stderr } = await run(['check', 'nothing.csv', '--columns'], { cwd: folder });
    assert.deepEqual([code, stderr], [2, 'error: nothing.csv cannot be read: it does not exist.\n']);
  });
});

describe('exports of other platforms', () => {
  const n8n = [
    { id: 'FAKE1', name: 'a', type: 'hubspotOAuth2Api', data: { oauthTokenData: { access_token: 'fake-1' } } },
    { id: 'FAKE2', name: 'b', type: 'sftp', data: { host: 'sftp.fake.example', port: 22 } },
  ];

  test('are named once, with what to do', async () => {
    const { code, stderr } = await check('n8n.json', JSON.stringify(n8n));
    assert.equal(code, 1);
    assert.equal(stderr.match(/is an export of n8n/g)?.length, 1);
    assert.match(stderr, /--map type=slug --map data\.oauthTokenData\.access_token=oauth2\.access_token/);
    assert.match(stderr, /--map data\.privateKey=pem_key/);
    assert.match(stderr, /The linked account is not in the file\./);
  });

  test('are in the report for programs, and in --columns', async () => {
    const { stdout } = await check('n8n.json', JSON.stringify(n8n), '--report', 'json');
    assert.equal(JSON.parse(stdout).files[0].export.platform, 'n8n');
    assert.match((await check('n8n.json', JSON.stringify(n8n), '--columns')).stdout, /The file is an export of n8n/);
  });

  test('are read with the options that the note names', async () => {
    const row = { app: { name_slug: 'hubspot' }, external_id: 'a', credentials: { oauth_access_token: 'fake-1' } };
    const { stderr } = await check('pipedream.ndjson', `${JSON.stringify(row)}\n`);
    const options = stderr.match(/--map [^\s]+/g)?.flatMap((option) => option.split(' ')) ?? [];
    assert.equal((await check('pipedream.ndjson', `${JSON.stringify(row)}\n`, ...options)).code, 0);
  });

  test('other rows are not called one', async () => {
    const row = { type: 'oauth2', slug: 'hubspot', data: {}, auth_object: { access_token: 'fake-1' } };
    assert.ok(!(await check('rows.ndjson', `${JSON.stringify(row)}\n`)).stderr.includes('export'));
    assert.ok(!(await check('rows.csv', 'type,slug\nsftp,hubspot\n')).stderr.includes('export'));
  });
});
