// `auth-object check` on a terminal: a progress bar that goes away, colours, help instead of waiting for nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { CLI, environment, run, scratch } from '../testing/run.ts';

const folder = scratch();
const ROW = '{"slug":"gmail","auth_object":{"refresh_token":""}}\n';
writeFileSync(join(folder, 'rows.ndjson'), ROW.repeat(1000));

/** Util-linux's `script` gives a program a terminal. */
const isThere = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

/** Runs a shell command on a terminal. @returns what it shows, controls and all, and how it ends */
function onTerminal(command: string, env: Record<string, string> = {}) {
  const line = command.replaceAll('auth-object', CLI.map((word) => `'${word}'`).join(' '));
  const { stdout, status } = spawnSync('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    env: environment({ TERM: 'xterm', ...env }),
  });
  return { text: stdout, status };
}

// The rows come in two halves, so that the check takes a while.
const SLOWLY = '(cat rows.ndjson; sleep 1; cat rows.ndjson) |';

describe('on a terminal', () => {
  test('script of util-linux is installed', () => assert.ok(isThere));

  test('a bar is shown and cleared before the report', () => {
    const { text, status } = onTerminal(`${SLOWLY} auth-object check -`, { NO_COLOR: '1' });
    const [before, report] = text.split('Rejected: ');
    assert.match(before, /2,000 rows \| [\d,]+ rows\/s/);
    // The line is cleared, and the cursor shown again.
    assert.ok(before.includes('\u001b[K') || before.includes('\u001b[0K') || before.includes('\u001b[J'), 'cleared');
    assert.ok(before.includes('\u001b[?25h'), 'the cursor is back');
    assert.match(report, /invalid_value · 2,000 rows: gmail/);
    assert.equal(status, 1);
  });

  test('none with --quiet, and none where the report goes to the same screen', () => {
    for (const options of ['--quiet', '--report ndjson']) {
      const { text } = onTerminal(`${SLOWLY} auth-object check - ${options}`);
      assert.doesNotMatch(text, /rows\/s/, options);
    }
  });

  test('colours, unless somebody wants none', () => {
    assert.ok(onTerminal('auth-object check rows.ndjson').text.includes('\u001b[31mRejected: 1,000 rows\u001b[39m'));
    const without: [options: string, env: Record<string, string>][] = [
      ['', { NO_COLOR: '1' }],
      ['--no-color', {}],
    ];
    for (const [options, env] of without) {
      assert.ok(!onTerminal(`auth-object ${options} check rows.ndjson`, env).text.includes('\u001b[3'));
    }
  });

  test('no file and no pipe: help, and 2', () => {
    const { text, status } = onTerminal('auth-object check');
    assert.match(text, /Usage: auth-object check/);
    assert.equal(status, 2);
  });
});

test('no output gives GitHub Actions orders', async () => {
  const order = '::error ::fake';
  const old = '##[error]fake';
  writeFileSync(join(folder, 'orders.csv'), `slug,${order},${old}\nslack,a,b\n`);
  const outputs = [await run(['check', 'orders.csv', '--columns'], { cwd: folder })];
  for (const report of ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github']) {
    outputs.push(await run(['check', 'orders.csv', '--report', report], { cwd: folder }));
  }
  for (const { stdout, stderr } of outputs) {
    assert.doesNotMatch(stdout + stderr, /^\s*::error ::|##\[/m);
    assert.doesNotMatch(stdout + stderr, /Unexpected/);
  }
  assert.match(outputs[0]?.stdout ?? '', /^ {2}\\u003a:error ::fake .*\n {2}\\u0023#\[error\]fake /m);
});

test('no report passes on what gives a terminal orders', async () => {
  const orders = '\u001b[2J\u009b2J\u202e';
  const file = `rows${orders}.ndjson`;
  const row = { slug: 'slack', linked_account_id: orders, auth_object: { bot_token: 'fake', [`a${orders}`]: 'fake' } };
  writeFileSync(join(folder, file), `${JSON.stringify(row)}\n`);
  writeFileSync(join(folder, 'accounts'), 'a\n');
  for (const report of ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github']) {
    const { stdout, stderr } = await run(['check', file, '--linked-accounts', 'accounts', '--report', report], {
      cwd: folder,
    });
    assert.match(stdout, /\\u001b\[2J/, report);
    for (const order of ['\u001b', '\u009b', '\u202e']) assert.ok(!(stdout + stderr).includes(order), report);
  }
  for (const name of [file, `no${file}`]) {
    const { stdout, stderr } = await run(['check', name, '--columns'], { cwd: folder });
    assert.match(stdout + stderr, /\\u001b\[2J/);
    for (const order of ['\u001b', '\u009b', '\u202e']) assert.ok(!(stdout + stderr).includes(order), name);
  }
});
