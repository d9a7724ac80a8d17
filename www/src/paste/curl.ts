/** A pasted cURL command. */
import type { Path } from 'auth-object';
import { align } from './align.ts';
import { curlOption } from './curl-options.ts';
import { jsonPlaces } from './json-places.ts';
import type { PastedRequest, Span, UnreadablePaste } from './pasted.ts';
import { ShellSyntaxError, shellArguments } from './shell-arguments.ts';

export function isCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/.test(text);
}

export function readCurl(text: string): PastedRequest | UnreadablePaste {
  let args: string[];
  try {
    args = shellArguments(text.replace(/^\s*[$>#%]\s+/, ''));
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    return { kind: 'unreadable', format: 'curl', message: error.message };
  }
  const headers = new Map<string, string>();
  const notes: string[] = [];
  const data: string[] = [];
  let method: string | undefined;
  let url: string | undefined;
  for (let at = 1; at < args.length; at++) {
    const argument = args[at] as string;
    if (argument === '|' || argument === '&&' || argument === '>' || argument === '||') break;
    if (!argument.startsWith('-') || argument === '-') {
      url ??= argument;
      continue;
    }
    const option = curlOption(argument);
    if (option === undefined) continue;
    const value = option.value ?? args[++at] ?? '';
    if (option.meaning === 'method') method = value;
    if (option.meaning === 'url') url = value;
    if (option.meaning === 'header') addHeader(headers, value);
    if (option.meaning === 'data' || option.meaning === 'json') data.push(value);
    if (option.meaning === 'form') notes.push('-F sends a form, not JSON. Use -d with the JSON body.');
    if (option.meaning === 'user') notes.push('-u sends an Authorization header. The endpoint reads x-api-key.');
  }
  const body = data.join('&');
  if (body.startsWith('@')) {
    notes.push('The body is in a file, which this page cannot read. Paste its content, or drop the file here.');
  }
  return {
    kind: 'request',
    format: 'curl',
    method: method ?? (data.length > 0 ? 'POST' : 'GET'),
    url,
    headers: Object.fromEntries(headers),
    body,
    unknown: [],
    notes,
    ...places(text, body),
  };
}

function addHeader(headers: Map<string, string>, text: string): void {
  const colon = text.indexOf(':');
  if (colon > 0) headers.set(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
}

function places(text: string, body: string): Pick<PastedRequest, 'locate' | 'locateOffset' | 'replaceBody'> {
  const inBody = jsonPlaces(body);
  let offsets: Uint32Array | undefined;
  let isAligned = false;
  const at = (offset: number): number | undefined => {
    if (!isAligned) offsets = align(text, body);
    isAligned = true;
    if (offsets === undefined) return undefined;
    return offset < offsets.length ? offsets[offset] : (offsets.at(-1) ?? 0) + 1;
  };
  return {
    replaceBody: (next) => withBody(text, { from: at(0), to: at(body.length) }, next),
    locateOffset: at,
    locate(path: Path): Span | undefined {
      if (path[0] === 'headers') return headerPlace(text, String(path[1]));
      const span = inBody(path);
      const from = span && at(span.from);
      const last = span && at(span.to - 1);
      return from === undefined || last === undefined ? undefined : { from, to: last + 1 };
    },
  };
}

/** Escapes a string for each kind of quotes. */
const QUOTES: Readonly<Record<string, (text: string) => string>> = {
  "'": (text) => text.replaceAll("'", "'\\''"),
  '"': (text) => text.replace(/["\\$`]/g, '\\$&'),
};

/** Replaces a body in quotes of bash; the rest of the command stays. */
function withBody(
  text: string,
  { from, to }: { from?: number | undefined; to?: number | undefined },
  body: string,
): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const quote = text[from - 1] ?? '';
  const write = QUOTES[quote];
  if (write === undefined || text[to] !== quote || /[$^]/.test(text[from - 2] ?? '')) return undefined;
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', from) + 1))?.[0] ?? '';
  const pretty = JSON.stringify(JSON.parse(body), undefined, 2).replaceAll('\n', `\n${indent}`);
  return text.slice(0, from) + write(pretty) + text.slice(to);
}

/** The place of a header's name and value; of a missing header, the command's name. */
function headerPlace(text: string, name: string): Span | undefined {
  const match = new RegExp(`${name.replace(/[^\w-]/g, '')}\\s*:[^"'\\n]*`, 'i').exec(text);
  if (match) return { from: match.index, to: match.index + match[0].length };
  const curl = text.indexOf('curl');
  return curl < 0 ? undefined : { from: curl, to: curl + 4 };
}
