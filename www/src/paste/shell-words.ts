/** The words of a command as browsers and documents write it: for bash, or for cmd with its carets. */
import { parse } from 'shell-quote';

export class ShellFault extends Error {}

/** @throws ShellFault if a quote is not closed. */
export function shellWords(command: string): string[] {
  const text = isCmd(command) ? fromCmd(command) : fromAnsiC(command);
  const joined = text.replace(/\\\r?\n/g, ' ').replace(/`\r?\n/g, ' ');
  verifyQuotes(joined);
  // A variable of the shell stays as it is written: its value is not known here.
  const entries = parse(joined, (name) => `$${name}`);
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if ('pattern' in entry) return [entry.pattern];
    return 'op' in entry && entry.op !== ';' ? [entry.op] : [];
  });
}

/** Chrome's "Copy as cURL (cmd)": a caret before each special character and at line ends. */
function isCmd(command: string): boolean {
  return /\^\s*\r?\n/.test(command) || /\^"/.test(command);
}

function fromCmd(command: string): string {
  return (
    command
      .replace(/\^[ \t]*\r?\n/g, ' ')
      .replace(/\^([\s\S])/g, '$1')
      // In bash, `$` and a backquote mean something in double quotes; in cmd they do not.
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

/** `$'…'` becomes `'…'`: Chrome and Firefox write bodies with quotes or line breaks so. */
function fromAnsiC(command: string): string {
  return command.replace(/(^|[\s=])\$'((?:\\[\s\S]|[^'\\])*)'/g, (_, before: string, inner: string) => {
    const value = inner.replace(
      /\\(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g,
      (_all, short?: string, long?: string, hex?: string, octal?: string, one?: string) => {
        const code = short ?? long ?? hex;
        if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
        return SIMPLE[one as string] ?? (one as string);
      },
    );
    return `${before}'${value.replaceAll("'", "'\\''")}'`;
  });
}

/** shell-quote takes an open quote for a character. */
function verifyQuotes(text: string): void {
  const rest = text.replace(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, (match) => (match[0] === '\\' ? '' : ''));
  const open = /['"]/.exec(rest);
  if (open) throw new ShellFault(`A ${open[0] === '"' ? 'double' : 'single'} quote is opened and never closed.`);
}
