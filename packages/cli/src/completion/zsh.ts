/** Completion for zsh, to source or to save as `_auth-object` in `fpath`. */
import type { CommandNode, Kind, OptionNode, Tree } from './command-tree.ts';

export function zshScript({ options, commands }: Tree): string {
  const described = commands.map(({ name, summary }) => quoted(`${name}:${summary}`));
  return `#compdef auth-object
# Completion of auth-object for zsh: source <(auth-object completion zsh)
_auth_object_slugs() {
  local -a slugs
  slugs=(\${(f)"$("$program" apps 2>/dev/null | cut -f 1,2 | tr '\\t' ':')"})
  _describe app slugs
}
_auth_object_commands() {
  local -a commands
  commands=(${described.join(' ')})
  _describe command commands
}
_auth_object() {
  local program=$words[1] state line
  typeset -A opt_args
  _arguments -C ${[...options.map(optionSpec), "'1:command:_auth_object_commands'", "'*::argument:->argument'"].join(' ')}
  [[ $state == argument ]] || return
  case $words[1] in
${commands.map(commandCase).join('')}  esac
}
if [[ $funcstack[1] == _auth-object ]]; then _auth_object "$@"; else compdef _auth_object auth-object; fi`;
}

function commandCase({ name, options, args, isVariadic }: CommandNode): string {
  const positions = args.map((kind, index) => {
    const isLast = isVariadic && index === args.length - 1;
    return `'${isLast ? '*' : index + 1}:${label(kind)}:${action(kind)}'`;
  });
  return `    ${name}) _arguments ${[...options.map(optionSpec), ...positions].join(' ')} ;;\n`;
}

function optionSpec({ names, summary, value, isValueRequired }: OptionNode): string {
  const colons = isValueRequired ? ':' : '::';
  const taken = value === undefined ? '' : `${colons}${label(value)}:${action(value)}`;
  const rest = `[${summary.replace(/[[\]\\]/g, '\\$&')}]${taken}`;
  // Either name excludes the other.
  return names.length === 1
    ? quoted(`${names[0]}${rest}`)
    : `'(${names.join(' ')})'{${names.join(',')}}${quoted(rest)}`;
}

function label(kind: Kind): string {
  return typeof kind === 'string' ? kind : 'word';
}

function action(kind: Kind): string {
  if (typeof kind !== 'string') return `(${kind.words.join(' ')})`;
  return { slug: '_auth_object_slugs', command: '_auth_object_commands', file: '_files', free: ' ' }[kind];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
