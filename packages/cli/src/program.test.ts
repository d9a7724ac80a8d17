// What all commands have in common: help, colours, misuse.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { CLI, environment, run, scratch } from './testing/run.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const folder = scratch();

/** The commands that the help lists. */
async function commands() {
  const { stdout } = await run(['--help']);
  const list = stdout.split('Commands:\n')[1].split('\n\n')[0];
  return [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
}

test('--version prints the version of the package', async () => {
  const { code, stdout } = await run(['--version']);
  assert.deepEqual([code, stdout], [0, `${version}\n`]);
});

test('every command has a help with examples', async () => {
  const names = await commands();
  assert.ok(names.length >= 5, names.join());
  for (const name of names) {
    const [help, helpOf] = [await run([name, '--help']), await run(['help', name])];
    assert.equal(help.code, 0);
    assert.equal(help.stdout, helpOf.stdout);
    const examples = help.stdout.split('Examples:\n')[1];
    assert.match(examples ?? '', new RegExp(`^ {2}\\$ .*auth-object ${name}\\b`, 'm'), name);
    for (const line of help.stdout.split('\n')) assert.ok(line.length <= 110, line);
  }
});

test('misuse: one line, and 2', async () => {
  const misuses = [
    ...[
      ['nonsense'],
      ['--nonsense'],
      ['show'],
      ['show', 'hubspot', 'copper'],
      ['show', 'hubspot', '--json', '--types'],
    ],
    ...[['show', 'nobody_knows'], ['pull'], ['pull', 'hubspot', '--all'], ['pull', 'x', '--timeout', 'soon']],
    ...[
      ['pull', 'x', '--base-url', 'ftp://127.0.0.1'],
      ['example', 'hubspot', 'keybased'],
      ['drift', ' '],
    ],
  ];
  for (const args of misuses) {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^error: .+\n(\(Did you mean .+\n)?$/, args.join(' '));
  }
  const none = await run([]);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /^Usage: auth-object/);
});

test('no message contains what may be a secret', async () => {
  const secret = 'fake-sentinel-91c4';
  const token = ['xoxb', '123456789012', 'fakesentinel91c4'].join('-');
  const misuses = [
    ...[[`--api-key=${secret}`], ['show', `--api-key=${secret}`], ['pull', 'x', '--timeout', secret]],
    ...[
      ['pull', 'x', '--base-url', `https://user:${secret}@127.0.0.1`],
      ['pull', 'x', `--base-url=${secret}`],
    ],
    ['pull', 'x', '--base-url', `https://127.0.0.1/?key=${secret}`],
    // A name is printed, unless it looks like a secret.
    ...[
      [token],
      ['show', token],
      ['show', 'hubspot', '--types', token],
      ['example', token],
      ['example', 'slack', token],
      ['explain', token],
    ],
    ...[
      ['pull', token, '--base-url', 'http://127.0.0.1:9'],
      ['completion', token],
      ['serve', '--accounts', token],
    ],
  ];
  for (const args of misuses) {
    const { code, stdout, stderr } = await run(args);
    assert.equal(code, 2);
    assert.ok(stderr.startsWith('error: '), stderr);
    assert.ok(!(stdout + stderr).includes(secret), args.join(' '));
    assert.ok(!(stdout + stderr).includes(token), args.join(' '));
  }
});

test('an unknown option is named without its value', async () => {
  const secret = 'Zq7Xw9Kv3Jp5';
  const names: [typed: string, shown: string][] = [
    [`-k${secret}`, '-k'],
    [`--api-keyy=${secret}`, '--api-keyy'],
    [`--api-key:${secret}`, '--api-key'],
    [`--api-keyy=\n${secret}'`, '--api-keyy'],
    [`--api-key${secret}`, '--api-key…'],
    [`--api-key ${secret}`, '--api-key…'],
    [`--${secret}`, '--…'],
    [`--${secret.toLowerCase()}${'k'.repeat(20)}`, '--zq…'],
    [`--${'zqxwkvjp'.repeat(4)}`, '--…'],
    [`-${'9'.repeat(8)}${secret}`, '-…'],
    [`--\u001b[31m${secret}`, '--…'],
  ];
  const commands: [command: string[], names: typeof names][] = [
    [['serve'], names],
    [['show', 'hubspot'], names.slice(0, 3)],
    [[], names.slice(0, 3)],
  ];
  for (const [command, all] of commands) {
    for (const [typed, shown] of all) {
      const { code, stdout, stderr } = await run([...command, typed]);
      assert.deepEqual([code, stdout], [2, ''], `${command} ${typed}`);
      assert.match(stderr, /^error: unknown option '[^\n]*'\n(\(Did you mean [^\n]*\)\n)?$/);
      assert.ok(stderr.startsWith(`error: unknown option '${shown}'\n`), stderr);
    }
  }
});

test('an unexpected error: one line with its place and without its message, and 2', async () => {
  // Its own package.json cannot be parsed.
  const broken = `const { parse } = JSON;
    JSON.parse = (text) => {
      if (text.includes('"@auth-object/cli"')) throw new Error(text);
      return parse(text);
    };`;
  writeFileSync(join(folder, 'broken.cjs'), broken);
  const env = { NODE_OPTIONS: `--require ${join(folder, 'broken.cjs')}` };
  const { code, stdout, stderr } = await run(['apps'], { env });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^error: Unexpected Error at [\w.:]+:\d+:\d+\. Please report it, with the command\.\n$/);
});

const COLOR = '\u001b[';

test('colours: none in a pipe, with NO_COLOR or --no-color; with FORCE_COLOR', async () => {
  const colored = async (args: string[], env: Record<string, string>) =>
    (await run(['show', 'hubspot', ...args], { env })).stdout.includes(COLOR);
  assert.equal(await colored([], {}), false);
  assert.equal(await colored([], { FORCE_COLOR: '1' }), true);
  assert.equal(await colored([], { FORCE_COLOR: '0' }), false);
  assert.equal(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  assert.equal(await colored([], { FORCE_COLOR: '1', NO_COLOR: '' }), true);
  assert.equal(await colored(['--no-color'], { FORCE_COLOR: '1' }), false);
});

test('a reader that leaves early is not an error', () => {
  const { stdout, stderr } = spawnSync('sh', ['-c', '"$@" apps --json | head -n 1', 'sh', ...CLI], {
    ...{ encoding: 'utf8', env: environment() },
  });
  assert.deepEqual([stdout, stderr], ['[\n', '']);
});
