/** The commands as a shell needs them, from commander's tree. */
import { codeDescriptions } from '@auth-object/reference';
import type { Argument, Command, Option } from 'commander';

/** The values of an argument: some words, an app, a command, a file; `free` if a shell cannot know them. */
export type Kind = { readonly words: readonly string[] } | 'slug' | 'command' | 'file' | 'free';

export interface OptionNode {
  /** Such as `-p` and `--port`. */
  readonly names: readonly string[];
  readonly summary: string;
  /** If it takes a value. */
  readonly value: Kind | undefined;
  /** Whether the next word is always its value. */
  readonly isValueRequired: boolean;
}

export interface CommandNode {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionNode[];
  /** By position. If `isVariadic`, the last one is repeated. */
  readonly args: readonly Kind[];
  readonly isVariadic: boolean;
}

export interface Tree {
  readonly options: readonly OptionNode[];
  readonly commands: readonly CommandNode[];
}

/** @param program - The whole command line. */
export function treeOf(program: Command): Tree {
  const help = program.createHelp();
  const own = help.visibleOptions(program).map(optionNode);
  const everywhere = help
    .visibleOptions(program)
    .filter(({ long }) => long === '--no-color')
    .map(optionNode);
  const commands = help.visibleCommands(program).map((command) => ({
    name: command.name(),
    summary: command.summary() || command.description(),
    options: [...help.visibleOptions(command).map(optionNode), ...everywhere],
    args: command.registeredArguments.map(argumentKind),
    isVariadic: command.registeredArguments.some(({ variadic }) => variadic),
  }));
  return { options: own, commands };
}

function optionNode({ short, long, description, required, optional, argChoices, flags }: Option): OptionNode {
  const names = [short, long].filter((name) => name !== undefined);
  const word = /[<[](\w+)/.exec(flags)?.[1];
  // The slug of an option is that of a custom app, which is in no list.
  const value = required || optional ? kind(word === 'slug' ? undefined : word, argChoices) : undefined;
  return { names, summary: description, value, isValueRequired: required };
}

function argumentKind(argument: Argument): Kind {
  return kind(argument.name(), argument.argChoices);
}

function kind(name: string | undefined, choices: readonly string[] | undefined): Kind {
  if (choices !== undefined) return { words: choices };
  if (name === 'slug' || name === 'command') return name;
  if (name === 'code') return { words: codeDescriptions.map(({ code }) => code) };
  return name === 'file' || name === 'files' ? 'file' : 'free';
}
