/** Completion for bash, from version 3.2 on. */
import type { CommandNode, Kind, OptionNode, Tree } from './command-tree.ts';

export function bashScript({ options, commands }: Tree): string {
  const names = commands.map(({ name }) => name);
  const takers = commands.flatMap(({ name, options: own }) =>
    own.filter(({ isValueRequired }) => isValueRequired).flatMap((option) => option.names.map((of) => `${name}:${of}`)),
  );
  return `# Completion of auth-object for bash: source <(auth-object completion bash)
_auth_object() {
  local program=$1 current=$2 previous=$3 command= position=0 options= words= kind=
  local index word
  # Options whose value is the next word, each with its command
  local takers=' ${takers.join(' ')} '
  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    [[ $takers == *" $command:$word "* ]] && index=$((index + 1))
    [[ $word == -* ]] && continue
    if [[ -z $command ]]; then command=$word; else position=$((position + 1)); fi
  done
  # The value of an option
  case $command:$previous in
${valueCases('', options)}${commands.map(({ name, options: own }) => valueCases(name, own)).join('')}  esac
  # The options and words of a command
  [[ -n $kind ]] || case $command in
    '') options=${word(optionNames(options))}; words=${word(names)} ;;
${commands.map((command) => commandCase(command)).join('')}  esac
  case $kind in
    # compgen runs what looks like a command, so other names than usual ones are left out.
    slug) words=$("$program" apps 2>/dev/null | cut -f 1 | grep -x '[A-Za-z0-9_.-]*') ;;
    command) words=${word(names)} ;;
    # Bash completes files itself.
    file) return ;;
  esac
  [[ $current == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _auth_object auth-object`;
}

function valueCases(command: string, options: readonly OptionNode[]): string {
  return options
    .filter(({ value }) => value !== undefined)
    .map(({ names, value }) => {
      const patterns = names.map((name) => `${command}:${name}`).join(' | ');
      return `    ${patterns}) ${assignment(value as Kind)} ;;\n`;
    })
    .join('');
}

function commandCase({ name, options, args, isVariadic }: CommandNode): string {
  const positions = args.map((kind, index) => {
    const isLast = isVariadic && index === args.length - 1;
    return `${isLast ? '*' : index}) ${assignment(kind)} ;;`;
  });
  const words = positions.length === 0 ? '' : `; case $position in ${positions.join(' ')} esac`;
  return `    ${name}) options=${word(optionNames(options))}${words} ;;\n`;
}

function assignment(kind: Kind): string {
  return typeof kind === 'string' ? `kind=${kind}` : `kind=words words=${word(kind.words)}`;
}

function optionNames(options: readonly OptionNode[]): string[] {
  return options.flatMap(({ names }) => names);
}

function word(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
