// The command line on a terminal: tables, colours, the progress bar, and Ctrl-C.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

const SIGINT = 2;

describe('on a terminal', { timeout: 120_000 }, () => {
  let path;
  /** A slow service. */
  const server = createServer((_, response) => {
    setTimeout(() => response.end('{"keybased":{"key":"string"}}'), 20);
  });
  let base;

  before(async () => {
    path = await project('cli');
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = ['--base-url', `http://127.0.0.1:${server.address().port}`];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Types Ctrl-C as soon as the text appears. */
  const terminal = async (args, { ctrlCAt = '', env = {} } = {}) => {
    const program = [process.execPath, join(path, 'node_modules/@auth-object/cli/dist/main.js'), ...args];
    const output = await run('python3', ['terminal.py', '200', ctrlCAt, ...program], {
      cwd: path,
      env: { TERM: 'xterm', NO_COLOR: '', ...env },
    });
    return JSON.parse(output);
  };

  test('apps: a table with a head', async () => {
    const { output, code } = await terminal(['apps', 'netsuite'], { env: { NO_COLOR: '1' } });
    assert.equal(code, 0);
    assert.deepEqual(output.split('\r\n').slice(0, 3), [
      'SLUG      NAME      CATEGORY    AUTH TYPES       BASIS',
      'netsuite  NetSuite  Accounting  keybased,oauth2  documented',
      '1 app',
    ]);
  });

  test('colours, unless NO_COLOR, --no-color or a dumb terminal forbids them', async () => {
    const isColored = async (args, env) =>
      (await terminal(['show', 'copper', ...args], { env })).output.includes('\u001b[');
    assert.equal(await isColored([], {}), true);
    assert.equal(await isColored([], { NO_COLOR: '1' }), false);
    assert.equal(await isColored([], { TERM: 'dumb' }), false);
    assert.equal(await isColored(['--no-color'], {}), false);
  });

  test('pull: a bar, which is cleared at the end', async () => {
    const { output, code } = await terminal(['pull', '--all', '--out', 'all.json', ...base]);
    assert.equal(code, 0);
    assert.match(output, / \d+\/\d+ apps, \d+s left/);
    assert.match(output, /all\.json: (\d+) of \1 apps\r\n$/);
    assert.ok(existsSync(join(path, 'all.json')));
  });

  test('pull: Ctrl-C ends it, leaves no file, and the terminal as it was', async () => {
    const { output, code } = await terminal(['pull', '--all', '--out', 'none.json', ...base], { ctrlCAt: ' apps, ' });
    assert.equal(code, -SIGINT);
    assert.ok(!existsSync(join(path, 'none.json')));
    // Lines wrap again, and the cursor is visible.
    for (const [off, on] of [
      ['\u001b[?7l', '\u001b[?7h'],
      ['\u001b[?25l', '\u001b[?25h'],
    ]) {
      assert.ok(output.lastIndexOf(on) >= output.lastIndexOf(off), JSON.stringify(output.slice(-200)));
    }
  });

  test('serve: Ctrl-C ends it with 0', async () => {
    const { code } = await terminal(['serve', '--port', '0'], { ctrlCAt: 'Ctrl-C to stop' });
    assert.equal(code, 0);
  });
});
