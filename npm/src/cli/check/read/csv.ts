/** CSV (RFC 4180): a header row, then a request a row. Lines and bytes are counted here, for a row may span lines. */
import type { Block, Fault, RowReader } from './block.js';
import { MISQUOTED, NOT_CLOSED, ragged } from './csv-faults.js';
import { type CsvHeader, csvHeader, delimiterOf } from './csv-header.js';
import { type CsvRecord, CsvRecords } from './csv-records.js';
import { cellsOf, csvLine, requestText } from './csv-row.js';
import { Pending } from './pending.js';

const LINE_END = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
/** A quote that is still open after so many bytes was not meant to open anything. */
const LONGEST_ROW_BYTES = 1 << 24;

/** A parser that begins anew is handed little at first: where every row is broken, it begins anew for every row. */
const FIRST_STEP_BYTES = 512;

interface Row {
  readonly line: number;
  readonly source: Uint8Array;
  /** Its request as JSON, a byte a character; empty where it has a fault. */
  readonly text: string;
  readonly fault: Fault | undefined;
}

/** Reads the rows of one file. */
export class CsvReader implements RowReader {
  readonly #text = new Pending();
  #header: CsvHeader | undefined;
  #headerSource: Uint8Array = new Uint8Array();
  #delimiter = ',';
  #lineEnd = LINE_END;
  #parser: CsvRecords | undefined;
  /** Where in `#text` the parser's bytes begin, how far it has them, and where the row begins that comes next. */
  #origin = 0;
  #handed = 0;
  #next = 0;
  /** How many bytes the parser is handed next. */
  #step = Number.POSITIVE_INFINITY;
  #line: number;

  /** @param line - The line that the bytes start in, from 1. */
  constructor(line = 1) {
    this.#line = line;
  }

  /** The header as it stands in the source, with its line end. */
  get headerSource(): Uint8Array {
    return this.#headerSource;
  }

  async push(chunk: Uint8Array): Promise<Block | undefined> {
    this.#drop();
    this.#text.append(chunk);
    // The header tells what the file uses.
    if (this.#parser === undefined && !this.#text.bytes.includes(LINE_END)) return undefined;
    const rows: Row[] = [];
    await this.#read(rows);
    if (this.#isLost()) {
      this.#refuseLine(NOT_CLOSED, rows);
      await this.#read(rows);
    }
    return this.#block(rows);
  }

  async end(): Promise<Block | undefined> {
    this.#drop();
    const rows: Row[] = [];
    await this.#read(rows);
    for (;;) {
      const parser = this.#parser as CsvRecords;
      const { records, isOpen } = await parser.end();
      this.#take(records, rows);
      if (parser === this.#parser && isOpen) this.#refuseLine(NOT_CLOSED, rows);
      // A parser that was begun anew has not been told of the end.
      if (parser === this.#parser) return this.#block(rows);
      await this.#read(rows);
    }
  }

  /** Hands what waits to the parser. */
  async #read(rows: Row[]): Promise<void> {
    if (this.#parser === undefined) {
      this.#look();
      this.#restart();
      this.#step = Number.POSITIVE_INFINITY;
    }
    while (this.#handed < this.#text.length) {
      const bytes = Buffer.from(this.#text.bytes.subarray(this.#handed, this.#handed + this.#step));
      this.#handed += bytes.length;
      this.#step *= 2;
      this.#take(await (this.#parser as CsvRecords).push(bytes), rows);
    }
  }

  /** Reads on from the next row with a new parser. */
  #restart(): void {
    this.#origin = this.#next;
    this.#handed = this.#next;
    this.#parser = new CsvRecords(this.#delimiter, this.#lineEnd === LINE_END ? ['\r\n', '\n'] : ['\r']);
    this.#step = FIRST_STEP_BYTES;
  }

  /** Whether a quote was opened so long ago that the rows since are taken for its text. */
  #isLost(): boolean {
    const waiting = this.#text.bytes.subarray(this.#next);
    if (waiting.length < LONGEST_ROW_BYTES) return false;
    const end = waiting.indexOf(this.#lineEnd);
    return end >= 0 && waiting.subarray(0, end).includes(QUOTE);
  }

  #drop(): void {
    this.#text.drop(this.#next);
    this.#origin -= this.#next;
    this.#handed -= this.#next;
    this.#next = 0;
  }

  /** Sees in the header what the file uses; a file of an old Macintosh ends its lines with a carriage return. */
  #look(): void {
    const bytes = this.#text.bytes;
    this.#lineEnd = bytes.includes(LINE_END) || !bytes.includes(CARRIAGE_RETURN) ? LINE_END : CARRIAGE_RETURN;
    const [first] = bytes
      .toString('latin1')
      .trimStart()
      .split(/[\r\n]/, 1);
    this.#delimiter = delimiterOf(first as string);
  }

  #take(records: readonly CsvRecord[], rows: Row[]): void {
    for (const { cells, end } of records) {
      if (this.#isMisquoted(cells, this.#origin + end)) {
        this.#refuseLine(MISQUOTED, rows);
        return;
      }
      const { line, source } = this.#advance(this.#origin + end);
      if (this.#header === undefined) {
        this.#header = csvHeader(cells);
        this.#headerSource = Buffer.from(source);
      } else {
        const row = this.#row(this.#header, cells, line, source);
        if (row !== undefined) rows.push(row);
      }
    }
  }

  /**
   * Whether a quote was closed in the middle of a value, lines behind the one that it was opened in: the lines between
   * are rows. csv-parse takes such a quote for a character of the value.
   */
  #isMisquoted(cells: readonly string[], end: number): boolean {
    const isIt = cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell));
    return isIt && !this.#text.bytes.subarray(this.#next, end).includes('"""');
  }

  #row(header: CsvHeader, cells: readonly string[], line: number, source: Uint8Array): Row | undefined {
    // Spreadsheets write rows that have nothing but delimiters.
    if (cells.every((cell) => cell === '')) return undefined;
    const isRagged = cells.length < header.columns || cells.slice(header.columns).some((cell) => cell !== '');
    const fault = isRagged ? ragged(cells.length, header.columns) : undefined;
    return { line, source, text: isRagged ? '' : requestText(cells, header), fault };
  }

  /** Goes on to the end of a row. */
  #advance(end: number): { line: number; source: Uint8Array } {
    const bytes = this.#text.bytes;
    const isLineEnd = (at: number) => bytes[at] === LINE_END || bytes[at] === CARRIAGE_RETURN;
    let start = this.#next;
    for (; start < end && isLineEnd(start); start++) if (bytes[start] === this.#lineEnd) this.#line += 1;
    const line = this.#line;
    for (let at = bytes.indexOf(this.#lineEnd, start); at >= 0 && at < end; at = bytes.indexOf(this.#lineEnd, at + 1)) {
      this.#line += 1;
    }
    this.#next = end;
    return { line, source: bytes.subarray(start, end) };
  }

  /** Refuses the first line of what waits, and begins anew behind it. */
  #refuseLine(fault: Fault, rows: Row[]): void {
    const bytes = this.#text.bytes;
    let at = this.#next;
    while (bytes[at] === LINE_END || bytes[at] === CARRIAGE_RETURN) at += 1;
    const end = bytes.indexOf(this.#lineEnd, at);
    rows.push({ ...this.#advance(end < 0 ? bytes.length : end + 1), text: '', fault });
    this.#restart();
  }

  #block(rows: readonly Row[]): Block | undefined {
    if (rows.length === 0) return undefined;
    const starts = [0];
    for (const { text } of rows) starts.push((starts.at(-1) as number) + text.length + 1);
    const faults = rows.flatMap(({ fault }, row) => (fault === undefined ? [] : [[row, fault] as const]));
    return {
      rows: Buffer.from(`${rows.map(({ text }) => text).join('\n')}\n`, 'latin1'),
      starts,
      faults: new Map(faults),
      isVerbatim: false,
      lineOf: (row) => rows[row]?.line as number,
      sourceOf: (row) => rows[row]?.source as Uint8Array,
      rewrite: (_, data) => this.#rewrite(data),
    };
  }

  #rewrite(data: unknown): Uint8Array | undefined {
    const header = this.#header as CsvHeader;
    // The names of the header are a byte a character.
    const fields = header.fields.map((field) => ({ ...field, name: utf8(field.name) }));
    const cells = cellsOf(data, { ...header, fields });
    return cells === undefined ? undefined : Buffer.from(csvLine(cells, this.#delimiter));
  }
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
