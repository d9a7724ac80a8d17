/** The rows of a file, whatever its format: NDJSON, JSON or CSV, each also gzipped. This is the only reader of files. */
import { parse } from 'csv-parse/browser/esm/sync';
import { csvHeader, delimiterOf, isCsvHeader } from '../../../npm/src/cli/check/read/csv-header.ts';
import { requestText } from '../../../npm/src/cli/check/read/csv-row.ts';
import type { CsvSheet, Row } from './row.ts';

export interface FileRows {
  readonly format: 'ndjson' | 'json' | 'csv';
  /** Of CSV. */
  readonly sheet?: CsvSheet;
  readonly blocks: AsyncGenerator<Row[]>;
}

/** @throws Error with words for people if the file is none of the formats. */
export async function rowsOf(file: File, onRead: (bytes: number) => void = () => {}): Promise<FileRows> {
  const chunks = textOf(file, onRead);
  let head = '';
  for (;;) {
    const { value, done } = await chunks.next();
    head += value ?? '';
    const start = head.trimStart();
    if (done || (start !== '' && /\n/.test(start)) || head.length > 65_536) break;
  }
  const start = head.trimStart();
  const first = start.split(/\r?\n|\r/, 1)[0] ?? '';
  const all = withFirst(head, chunks);
  if (start.startsWith('[')) return { format: 'json', blocks: jsonRows(all) };
  if (start.startsWith('{'))
    return isObjectLine(first)
      ? { format: 'ndjson', blocks: lineRows(all) }
      : { format: 'json', blocks: jsonRows(all) };
  if (isCsvHeader(first)) {
    const delimiter = delimiterOf(first);
    const header = csvHeader(parse(first, { delimiter })[0] as string[]);
    const sheet = { header, delimiter, headerText: first };
    return { format: 'csv', sheet, blocks: csvRows(all, sheet) };
  }
  if (start === '') return { format: 'ndjson', blocks: lineRows(all) };
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(file.name)) return { format: 'ndjson', blocks: lineRows(all) };
  throw new Error('This file is neither JSON nor CSV with a column named slug.');
}

async function* withFirst(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** The text of a file, unpacked if it is gzip. */
async function* textOf(file: File, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  let read = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.length;
      onRead(read);
      controller.enqueue(chunk);
    },
  });
  let stream: ReadableStream<Uint8Array<ArrayBuffer>> = file.stream().pipeThrough(counter);
  if (magic[0] === 0x1f && magic[1] === 0x8b) stream = stream.pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new Error('This file is not UTF-8 text. Save it as UTF-8 and try again.');
    throw error;
  }
}

function isObjectLine(line: string): boolean {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '').trimEnd();
  return bare.split(/[{[]/).length <= bare.split(/[}\]]/).length;
}

async function* lineRows(chunks: AsyncGenerator<string>): AsyncGenerator<Row[]> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    const rows: Row[] = [];
    for (const source of lines) {
      line += 1;
      if (source.trim() !== '') rows.push({ line, text: source.replace(/\r$/, ''), source });
    }
    yield rows;
  }
  if (rest.trim() !== '') yield [{ line: line + 1, text: rest, source: rest }];
}

/** The elements of an array, or objects one behind the other, over as many lines as they like. */
async function* jsonRows(chunks: AsyncGenerator<string>): AsyncGenerator<Row[]> {
  let rest = '';
  let line = 1;
  let scan = 0;
  let start = -1;
  let startLine = 1;
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const rows: Row[] = [];
    for (; scan < text.length; scan++) {
      const code = text.charCodeAt(scan);
      if (code === 10) line += 1;
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) isString = false;
        continue;
      }
      if (code === 34 && depth > 0) isString = true;
      else if (code === 123 || (code === 91 && depth > 0)) {
        if (depth === 0) {
          start = scan;
          startLine = line;
        }
        depth += 1;
      } else if ((code === 125 || code === 93) && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          const source = text.slice(start, scan + 1);
          rows.push({ line: startLine, text: source.replace(/[\r\n]+/g, ' '), source });
          start = -1;
        }
      }
    }
    const keep = start < 0 ? text.length : start;
    rest = text.slice(keep);
    scan -= keep;
    if (start >= 0) start = 0;
    yield rows;
  }
  if (start >= 0) yield [{ line: startLine, text: rest.replace(/[\r\n]+/g, ' '), source: rest }];
}

async function* csvRows(chunks: AsyncGenerator<string>, sheet: CsvSheet): AsyncGenerator<Row[]> {
  const { header, delimiter } = sheet;
  let rest = '';
  let line = 1;
  let isHeader = true;
  const read = (text: string): Row[] => {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
    const rows: Row[] = [];
    for (const { record, raw } of records) {
      const source = raw.replace(/\r?\n$/, '');
      // Blank lines before the record belong to what it was read from.
      const blank = source.length - source.replace(/^[\r\n]+/, '').length;
      line += source.slice(0, blank).split('\n').length - 1;
      const at = line;
      line += raw.slice(blank).split('\n').length - 1;
      if (isHeader) {
        isHeader = false;
        continue;
      }
      if (record.every((cell) => cell === '')) continue;
      const isRagged = record.length < header.columns || record.slice(header.columns).some((cell) => cell !== '');
      rows.push({
        line: at,
        text: isRagged ? '' : requestText(record, header),
        source: source.slice(blank),
        ...(isRagged && { fault: ragged(record.length, header.columns) }),
      });
    }
    return rows;
  };
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const end = recordsEnd(text);
    rest = text.slice(end);
    if (end > 0) yield read(text.slice(0, end));
  }
  if (rest.trim() !== '') yield read(rest);
}

function ragged(cells: number, columns: number): string {
  return `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, and the header has ${columns}. A quote or a delimiter may be missing.`;
}

/** Behind the last line end that is outside of quotes. */
function recordsEnd(text: string): number {
  let isQuoted = false;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    else if (code === 10 && !isQuoted) end = at + 1;
  }
  return end;
}
