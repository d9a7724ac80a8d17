// Completion in the shells themselves: what Tab makes of the last word.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { need, SHELLS } from '../scripts/programs.mjs';
import { project } from './harness/project.mjs';
import { run } from './harness/run.mjs';

/** A line, and its last word after Tab. */
const LINES = {
  'auth-object sho': 'show',
  'auth-object show hubsp': 'hubspot',
  'auth-object show --schemas rows.ndjson --json hubsp': 'hubspot',
  'auth-object pull slack --timeout 5 netsui': 'netsuite',
  'auth-object serve --acc': '--accounts',
  'auth-object serve --accounts k': 'known',
  'auth-object completion z': 'zsh',
  'auth-object help exa': 'example',
  'auth-object explain near': 'near_miss_key',
};
const FILES = { 'auth-object check rows.nd': 'rows.ndjson', 'auth-object show --schemas rows.nd': 'rows.ndjson' };

/** By shell: the program that gives the last word of a line, completed. */
const COMPLETE = {
  bash: async (tools, line) => {
    const words = line.split(' ');
    const script = `source <(auth-object completion bash)
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      _auth_object "$1" "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    return tools('bash', ['-c', script, 'bash', ...words]);
  },
  zsh: async (tools, line, path) => {
    const file = join(path, 'completed.txt');
    for (const old of [file, `${file}.ready`]) rmSync(old, { force: true });
    await tools('zsh', ['-f', 'complete.zsh', line, file]);
    return readFileSync(file, 'utf8').trim().split(' ').at(-1);
  },
  fish: async (tools, line) => {
    const output = await tools('fish', ['-c', 'auth-object completion fish | source; complete -C $argv', line]);
    return output.replace(/\t.*/g, '');
  },
};

describe('completion', { timeout: 300_000 }, () => {
  let path;
  let tools;

  // If a shell is missing, every test fails.
  before(async () => {
    need(...SHELLS);
    path = await project('cli');
    const env = { PATH: [join(path, 'node_modules/.bin'), process.env.PATH].join(delimiter), HOME: path };
    tools = (program, args) => run(program, args, { cwd: path, env });
  });

  for (const [shell, complete] of Object.entries(COMPLETE)) {
    test(shell, async () => {
      // Files are completed by bash itself, outside of the script.
      const lines = shell === 'bash' ? LINES : { ...LINES, ...FILES };
      for (const [line, expected] of Object.entries(lines)) {
        assert.equal((await complete(tools, line, path)).trim(), expected, line);
      }
    });
  }
});
