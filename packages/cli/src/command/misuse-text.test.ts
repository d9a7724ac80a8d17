// What commander says about misuse has no value of what was typed.
import assert from 'node:assert/strict';
import { Argument, Command, Option } from 'commander';
import { describe, test } from 'vitest';
import { withMisuseText } from './misuse-text.ts';
import { wholeNumber } from './option-values.ts';

const SECRET = 'Zq7Xw9Kv3Jp5';

/** What is printed about a wrong command line. */
function printed(...args: string[]): string {
  let text = '';
  const program = new Command('program').exitOverride().configureOutput({
    writeErr: (more) => {
      text += more;
    },
  });
  const command = new Command('command')
    .addArgument(new Argument('[word]').choices(['a', 'b']))
    .option('-q, --quiet')
    .option('--api-key <key>')
    .option('--number <number>', '', wholeNumber(0))
    .addOption(new Option('--kind <kind>').choices(['a', 'b']))
    .action(() => {});
  program.addCommand(withMisuseText(command.copyInheritedSettings(program)));
  withMisuseText(program);
  assert.throws(() => program.parse(args, { from: 'user' }));
  return text;
}

describe('an unknown option', () => {
  const options: Record<string, string> = {
    [`-k${SECRET}`]: " '-k'",
    '-k': " '-k'",
    '--api-keyy': " '--api-keyy'",
    [`--api-keyy=${SECRET}`]: " '--api-keyy'",
    [`--api-key:${SECRET}`]: " '--api-key'",
    [`--api-keyy ${SECRET}`]: " '--api-keyy'",
    [`--apiKeyy="${SECRET}`]: " '--apiKeyy'",
    [`--api_keyy='${SECRET}' is`]: " '--api_keyy'",
    [`--api'keyy\n=${SECRET}`]: " '--api'",
    // Where the name ends is not certain.
    [`--api-keyy${SECRET}`]: '',
    [`--api-keyy-${SECRET}`]: '',
    [`--${SECRET}`]: '',
    [`--${'a'.repeat(40)}`]: '',
    [`--=${SECRET}`]: '',
    [`--\u001b[2J${SECRET}`]: '',
    [`--${'aa-'.repeat(50_000)}1`]: '',
  };
  for (const [option, name] of Object.entries(options)) {
    test(JSON.stringify(option.slice(0, 40)), () => {
      const [first, suggestion, ...rest] = printed('command', option).split('\n');
      assert.equal(first, `error: unknown option${name}`);
      assert.match(suggestion, /^(\(Did you mean --api-key\?\))?$/);
      assert.equal(rest.join(''), '');
    });
  }
});

test('a value for an option that takes none', () => {
  for (const option of ['--quiet', '--help']) {
    assert.equal(printed('command', `${option}=${SECRET}`), `error: option '${option}' takes no value\n`);
  }
});

test('a value that is not allowed', () => {
  for (const value of [SECRET, `${SECRET}' is invalid. '`, `'\n${SECRET}`]) {
    for (const args of [['--number', value], [`--number=${value}`], ['--kind', value], [value]]) {
      const text = printed('command', ...args);
      assert.match(text, /^error: (option '--\w+ <\w+>'|command-argument) is invalid.*\n$/);
      assert.ok(!text.includes(SECRET), text);
    }
  }
});

test('an unknown command is named, unless it may be a secret', () => {
  assert.equal(printed('comand'), "error: unknown command 'comand'\n(Did you mean command?)\n");
  assert.equal(printed(SECRET), "error: unknown command '[hidden]'\n");
  assert.equal(printed('a\u001b[2J\n'), "error: unknown command 'a\\u001b[2J\\u000a'\n");
});

test('an argument too much', () => {
  assert.equal(
    printed('command', 'a', SECRET),
    "error: too many arguments for 'command'. Expected 1 argument but got 2.\n",
  );
});
