import type { Command } from 'commander';

/**
 * Ends a command's help with examples; a test runs each of them.
 *
 * @param lines - Command lines: `auth-object apps crm`.
 */
export function withExamples(command: Command, lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
}
