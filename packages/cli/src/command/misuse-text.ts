/** Commander's messages about what was typed, without what may be secret. */
import type { Command } from 'commander';
import { printableLines } from './printable.ts';
import { redactName } from './redact.ts';

/** Words in any of the usual cases, as options have them: `--max-failures`, `--maxFailures`, `--max_failures`. */
const LONG_OPTION = /^--[a-z]+(?:(?:[-_][A-Z]?|[A-Z])[a-z]+)*(?![\w-])/;
/** Longer than any option. */
const MOST_CHARACTERS = 32;

/** Prints what is wrong with the command line by {@link misuseText}. */
export function withMisuseText(command: Command): Command {
  return command.configureOutput({ outputError: (text, write) => write(misuseText(text, flagsOf(command))) });
}

/** The options of a command, and of those around it, that take no value. */
function flagsOf(command: Command | null): string[] {
  if (command === null) return [];
  const flags = command
    .createHelp()
    .visibleOptions(command)
    .filter(({ required, optional }) => !required && !optional);
  return [...flags.flatMap(({ long }) => long ?? []), ...flagsOf(command.parent)];
}

/**
 * Commander quotes what was typed. The value of an option may be a key or contain a password, and so may what was typed
 * as a command.
 *
 * @param flags - The options that take no value: commander calls one unknown if it gets a value.
 */
function misuseText(text: string, flags: readonly string[]): string {
  const safe = text
    .replace(/^error: unknown option '(.*)'(.*)/s, (_, typed: string, help: string) => {
      const name = optionName(typed);
      const isFlag = name !== undefined && flags.includes(name);
      return isFlag ? `error: option '${name}' takes no value\n` : `error: unknown option${quoted(name)}${help}`;
    })
    .replace(/^(error: option '[^']*') (?:argument|value) '.*'( from env '\w+')? is invalid/s, '$1$2 is invalid')
    .replace(/^(error: unknown command) '(.*)'/s, (_, what: string, name: string) => what + quoted(redactName(name)))
    .replace(/^(error: command-argument) value '.*' (is invalid)/s, '$1 $2');
  return printableLines(safe);
}

/** The name of an option without a value that is attached to it; `undefined` if it may be more than a name. */
function optionName(typed: string): string | undefined {
  // The value of a short option needs no separator.
  if (!typed.startsWith('--')) return typed.slice(0, '-k'.length);
  const name = LONG_OPTION.exec(typed)?.[0] ?? '';
  return name === '' || name.length > MOST_CHARACTERS ? undefined : redactName(name);
}

function quoted(name: string | undefined): string {
  return name === undefined ? '' : ` '${name}'`;
}
