/** Which format a text is in, by looking at its beginning. */
import { UnreadableError } from '../unreadable.js';
import { isCsvHeader } from './csv-header.js';

/** The formats of rows; `json` is one array, or objects spread over lines. */
export type Format = 'json' | 'ndjson' | 'csv';

/** The formats, for options and texts. */
export const FORMATS: readonly Format[] = ['ndjson', 'json', 'csv'];

/** So much of the beginning tells the format, however long the first line is. */
export const HEAD_BYTES = 1 << 16;

/** What a file name says, where the content says nothing. */
const NAMES: readonly (readonly [ending: RegExp, format: Format])[] = [
  [/\.(ndjson|jsonl)(\.gz)?$/i, 'ndjson'],
  [/\.(csv|tsv)(\.gz)?$/i, 'csv'],
];

/**
 * The format of a text.
 *
 * @param head - Its beginning, without a byte order mark.
 * @param isWhole - Whether nothing more is to be had: the text has ended, or the head is as long as it gets.
 * @returns `undefined` where more is needed to tell.
 * @throws UnreadableError where it is none of them.
 */
export function formatOf(head: Buffer, isWhole: boolean, name: string): Format | undefined {
  // A byte a character: a character that the head ends in the middle of changes nothing.
  const text = head.toString('latin1').trimStart();
  if (text === '') return isWhole ? 'ndjson' : undefined;
  if (text.startsWith('[')) return 'json';
  if (text.startsWith('{')) return formatOfObject(text, isWhole);
  const end = text.search(/[\r\n]/);
  if (end < 0 && !isWhole) return undefined;
  if (isCsvHeader(end < 0 ? text : text.slice(0, end))) return 'csv';
  // A first line that is broken is the refusal of that line.
  const byName = NAMES.find(([ending]) => ending.test(name))?.[1];
  if (byName !== undefined) return byName;
  if (/[\r\n]\s*\{/.test(text)) return 'ndjson';
  if (!isWhole) return undefined;
  throw new UnreadableError(
    'is neither JSON nor CSV with a column "slug": NDJSON starts with {, a JSON array with [, CSV with a header row. Say --format where it is one of them all the same.',
  );
}

/** NDJSON, unless the first line ends where an object goes on in the next. */
function formatOfObject(text: string, isWhole: boolean): Format | undefined {
  const end = text.search(/[\r\n]/);
  if (end < 0) return isWhole || text.length >= HEAD_BYTES ? 'ndjson' : undefined;
  if (!isOpen(text.slice(0, end))) return 'ndjson';
  const rest = text.slice(end).trimStart();
  if (rest === '') return isWhole ? 'ndjson' : undefined;
  // A row that was cut off is followed by the next one.
  return rest.startsWith('{') && !text.slice(0, end).trimEnd().endsWith(':') ? 'ndjson' : 'json';
}

/** Whether a line ends inside of braces, and not inside of a text. */
function isOpen(line: string): boolean {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '');
  if (bare.includes('"')) return false;
  return bare.split(/[{[]/).length > bare.split(/[}\]]/).length;
}
