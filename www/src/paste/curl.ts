/** A pasted cURL command. */
import type { Path } from 'auth-object';
import { align } from './align.ts';
import { curlOption } from './curl-options.ts';
import { jsonPlaces } from './json-places.ts';
import type { PastedFault, PastedRequest, Span } from './pasted.ts';
import { ShellFault, shellWords } from './shell-words.ts';

export function isCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?curl(?:\.exe)?\s/.test(text);
}

export function readCurl(text: string): PastedRequest | PastedFault {
  let words: string[];
  try {
    words = shellWords(text.replace(/^\s*[$>#%]\s+/, ''));
  } catch (error) {
    if (!(error instanceof ShellFault)) throw error;
    return { kind: 'fault', format: 'curl', message: error.message };
  }
  const headers: Record<string, string> = {};
  const notes: string[] = [];
  const data: string[] = [];
  let method: string | undefined;
  let url: string | undefined;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '|' || word === '&&' || word === '>' || word === '||') break;
    if (!word.startsWith('-') || word === '-') {
      url ??= word;
      continue;
    }
    const option = curlOption(word);
    if (option === undefined) continue;
    const value = option.value ?? words[++at] ?? '';
    if (option.meaning === 'method') method = value;
    if (option.meaning === 'url') url = value;
    if (option.meaning === 'header') addHeader(headers, value);
    if (option.meaning === 'data' || option.meaning === 'json') data.push(value);
    if (option.meaning === 'form') notes.push('-F sends a form, not JSON. Use -d with the JSON body.');
    if (option.meaning === 'user') notes.push('-u sends an Authorization header. The endpoint reads x-api-key.');
  }
  const body = data.join('&');
  if (body.startsWith('@')) {
    notes.push('The body is in a file, which this page cannot read. Paste what is in it, or drop the file here.');
  }
  return {
    kind: 'request',
    format: 'curl',
    method: method ?? (data.length > 0 ? 'POST' : 'GET'),
    url,
    headers,
    body,
    unknown: [],
    notes,
    ...places(text, body),
  };
}

function addHeader(headers: Record<string, string>, text: string): void {
  const colon = text.indexOf(':');
  if (colon > 0) headers[text.slice(0, colon).trim()] = text.slice(colon + 1).trim();
}

function places(text: string, body: string): Pick<PastedRequest, 'locate' | 'locateOffset'> {
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

/** The header's name and value as they stand; of a missing one, the command's name. */
function headerPlace(text: string, name: string): Span | undefined {
  const match = new RegExp(`${name.replace(/[^\w-]/g, '')}\\s*:[^"'\\n]*`, 'i').exec(text);
  if (match) return { from: match.index, to: match.index + match[0].length };
  const curl = text.indexOf('curl');
  return curl < 0 ? undefined : { from: curl, to: curl + 4 };
}
