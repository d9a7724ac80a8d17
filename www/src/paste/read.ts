/** Recognises and reads what was pasted, for Check, Try it and the examples. */
import { isCsvHeader } from './csv-header.ts';
import { isCurl, readCurl } from './curl.ts';
import { readJson } from './json.ts';
import type { Pasted } from './pasted.ts';

export async function readPaste(text: string): Promise<Pasted> {
  const start = text.trimStart();
  if (start === '') return { kind: 'nothing' };
  if (isCurl(text)) return readCurl(text);
  if (start.startsWith('{')) return isNdjson(start) ? { kind: 'rows' } : readJson(text);
  if (start.startsWith('[')) return { kind: 'rows' };
  if (/\b(?:fetch|axios|migrateAuth)\b/.test(start)) {
    // The JavaScript parser loads on demand.
    const { readJsCall } = await import('./js-call.ts');
    return readJsCall(text);
  }
  if (isCsvHeader(start)) return { kind: 'rows' };
  return readJson(text);
}

/** Several lines that are JSON objects on their own. */
function isNdjson(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (!second.trimStart().startsWith('{')) return false;
  const isObject = (line: string) => {
    try {
      return typeof JSON.parse(line) === 'object';
    } catch {
      return false;
    }
  };
  return isObject(first) || isObject(second);
}
