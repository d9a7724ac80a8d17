/** Completion for fish. */
import type { CommandNode, Kind, OptionNode, Tree } from './command-tree.ts';

const NAME = 'complete -c auth-object';

export function fishScript({ options, commands }: Tree): string {
  const all = commands.flatMap((command) => command.options);
  const takers = new Set(all.filter(({ isValueRequired }) => isValueRequired).flatMap(({ names }) => names));
  return `# Completion of auth-object for fish: auth-object completion fish | source
function __auth_object_slugs
  set -l program (commandline -opc)[1]
  $program apps 2>/dev/null | string replace -r '^([^\\t]*\\t[^\\t]*)\\t.*' '$1'
end
function __auth_object_commands
  printf '%s\\n' ${commands.map(({ name }) => name).join(' ')}
end
function __auth_object_at
  # Whether the command is $argv[1], at one of the positions $argv[2..]; without these, at any position
  set -l words
  set -l is_value 0
  for word in (commandline -opc)
    if test $is_value -eq 1
      set is_value 0
    else if contains -- $word ${[...takers].join(' ')}
      set is_value 1
    else if not string match -q -- '-*' $word
      set -a words $word
    end
  end
  test "$words[2]" = $argv[1]; or return 1
  test (count $argv) -eq 1; or contains (math (count $words) - 2) $argv[2..]
end
${NAME} -f
${options.map((option) => optionLine('__fish_use_subcommand', option)).join('\n')}
${commands.map(commandLines).join('\n')}`;
}

function commandLines({ name, summary, options, args, isVariadic }: CommandNode): string {
  const lines = [`${NAME} -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`];
  for (const option of options) lines.push(optionLine(`'__auth_object_at ${name}'`, option));
  for (const [index, kind] of args.entries()) {
    const words = wordsOf(kind);
    if (words === undefined) continue;
    const isLast = isVariadic && index === args.length - 1;
    lines.push(`${NAME} -n '__auth_object_at ${name}${isLast ? '' : ` ${index}`}' ${words}`);
  }
  return lines.join('\n');
}

function optionLine(condition: string, { names, summary, value, isValueRequired }: OptionNode): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const needed = isValueRequired ? ['-r'] : [];
  const words = value === undefined ? [] : [...needed, wordsOf(value) ?? '', value === 'file' ? '' : '-f'];
  return [NAME, '-n', condition, ...flags, ...words, '-d', quoted(summary)].filter(Boolean).join(' ');
}

function wordsOf(kind: Kind): string | undefined {
  if (typeof kind !== 'string') return `-a ${quoted(kind.words.join(' '))}`;
  return { slug: "-a '(__auth_object_slugs)'", command: "-a '(__auth_object_commands)'", file: '-F', free: undefined }[
    kind
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
