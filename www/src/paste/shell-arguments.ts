/** The arguments of a command for bash, or for cmd with its carets, as browsers copy it. */
import { parse } from 'shell-quote';

export class ShellSyntaxError extends Error {}

/** @throws ShellSyntaxError if a quote is not closed. */
export function shellArguments(command: string): string[] {
  const text = isCmd(command) ? fromCmd(command) : fromAnsiC(command);
  const joined = text.replace(/\\\r?\n/g, ' ').replace(/`\r?\n/g, ' ');
  verifyQuotes(joined);
  // Shell variables stay: their values are unknown here.
  const entries = entriesOf(joined);
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if ('pattern' in entry) return [entry.pattern];
    return 'op' in entry && entry.op !== ';' ? [entry.op] : [];
  });
}

function entriesOf(text: string): ReturnType<typeof parse> {
  try {
    return parse(text, (name) => `$${name}`);
  } catch {
    throw new ShellSyntaxError('A shell variable in this command cannot be read. Put the body in single quotes.');
  }
}

/** Chrome's "Copy as cURL (cmd)": a caret before each special character and at line ends. */
function isCmd(command: string): boolean {
  return /^\s*curl\S*\s+(?:-\S+\s+)*\^"/.test(command) || /^[^\n]*\s\^[ \t]*\r?\n/.test(command.trimStart());
}

function fromCmd(command: string): string {
  return (
    command
      .replace(/\^[ \t]*\r?\n/g, ' ')
      .replace(/\^([\s\S])/g, '$1')
      // In double quotes, bash expands `$` and backquotes; cmd does not.
      .replace(/[$`]/g, '\\$&')
  );
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
};

/** `$'…'`, which Chrome and Firefox write for bodies with quotes or line breaks, becomes `'…'`. */
function fromAnsiC(command: string): string {
  // Other quotes are matched first: `$'` in them is text.
  const quoted = /'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|(?<![^\s=])\$'((?:\\[\s\S]|[^'\\])*)'/g;
  return command.replace(quoted, (all: string, inner: string | undefined) => {
    if (inner === undefined) return all;
    const value = inner.replace(
      /\\(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g,
      (_all, short?: string, long?: string, hex?: string, octal?: string, one?: string) => {
        const code = short ?? long ?? hex;
        if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
        return SIMPLE[one as string] ?? (one as string);
      },
    );
    return `'${value.replaceAll("'", "'\\''")}'`;
  });
}

/** shell-quote reads an open quote as a character. */
function verifyQuotes(text: string): void {
  const rest = text.replace(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, (match) => (match[0] === '\\' ? '' : ''));
  const open = /['"]/.exec(rest);
  if (open) throw new ShellSyntaxError(`A ${open[0] === '"' ? 'double' : 'single'} quote is not closed.`);
}
