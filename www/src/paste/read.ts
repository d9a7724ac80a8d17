/** Recognises and reads what was pasted, for Check, Try it and the examples. */
import { isCsvHeader } from './csv-header.ts';
import { isCurl, readCurl } from './curl.ts';
import { readJson } from './json.ts';
import type { Pasted, PastedRequest, UnreadablePaste } from './pasted.ts';
import { isTooDeep, LONGEST_REQUEST, MAX_NESTING } from './size.ts';

export async function readPaste(text: string): Promise<Pasted> {
  const start = text.trimStart();
  if (start === '') return { kind: 'nothing' };
  if (isRows(start)) return { kind: 'rows' };
  const message = limitMessage(text);
  if (message !== undefined) return { kind: 'unreadable', format: 'json', message };
  try {
    const pasted = await readRequest(text);
    // In a command or in code, the brackets of the body may be in a string.
    if (pasted.kind !== 'request' || !isTooDeep(pasted.body)) return pasted;
  } catch (error) {
    if (!isStackFull(error)) throw error;
  }
  return { kind: 'unreadable', format: 'json', message: TOO_DEEP };
}

/** JavaScript can be nested without brackets, as `a.b.c` is. Firefox has an error of its own for it. */
function isStackFull(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
}

async function readRequest(text: string): Promise<PastedRequest | UnreadablePaste> {
  if (isCurl(text)) return readCurl(text);
  if (!text.trimStart().startsWith('{') && CALL.test(text)) {
    // The JavaScript parser loads on demand.
    const { readJsCall } = await import('./js-call.ts');
    return readJsCall(text);
  }
  return readJson(text);
}

const TOO_DEEP = `This text is nested too deeply. The limit is ${MAX_NESTING} levels of brackets.`;

/** The functions that send a request in JavaScript. */
const CALL = /\b(?:fetch|axios|migrateAuth)\b/;

/** An object that is too long for the editor is a row too. */
function isRows(start: string): boolean {
  const isLong = start.length > LONGEST_REQUEST;
  if (start.startsWith('[')) return true;
  if (start.startsWith('{')) return isLong || isNdjson(start);
  return !isCurl(start) && (isLong || !CALL.test(start)) && isCsvHeader(start);
}

function limitMessage(text: string): string | undefined {
  if (text.length > LONGEST_REQUEST) {
    return `This text is too long for one request. The limit is ${LONGEST_REQUEST.toLocaleString('en')} characters. If it is a file of rows, open it or drop it here.`;
  }
  return isTooDeep(text) ? TOO_DEEP : undefined;
}

/** The second object of NDJSON is in them. */
const MAX_FIRST_LINES = 100;

/** Several lines that are JSON objects on their own. */
function isNdjson(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, MAX_FIRST_LINES).filter((line) => line.trim() !== '');
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
