/**
 * JSON that is no NDJSON: one array of rows, or objects that are spread over lines. Finds where each row begins and
 * ends, and keeps its bytes and its line; whether the row is right is for the judge to say. What is broken costs the
 * rows that it is in, and reading goes on behind it.
 */
import type { Block, Fault, RowReader } from './block.js';
import { type Found, joined } from './found.js';
import { Pending } from './pending.js';

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LINE_END = 10;
const SPACE = 32;

const MESSAGE = 'Request body must be a valid JSON object';
const fault = (help: string): Fault => ({ code: 'invalid_json', message: MESSAGE, help });
const NO_COMMA = fault('A comma is missing before this element of the array.');
const NO_ELEMENT = fault('An element of the array is missing: a comma stands where one should begin.');
const AFTER_END = fault('Something stands behind the end of the array; nothing from here on is read.');
const NOT_CLOSED = fault('The array is not closed: the file was probably cut off.');

/** Where the reader is: before the first row, in a row, before one, behind one, or behind the array. */
type Place = 'start' | 'inside' | 'before' | 'behind' | 'closed' | 'over';

/** Reads the elements of an array, or the values that follow one another. */
export class JsonReader implements RowReader {
  readonly #text = new Pending();
  #found: Found[] = [];
  #place: Place = 'start';
  #isArray = false;
  #isAfterComma = false;
  #line: number;
  /** How far the text has been read, and where the row that is being read starts. */
  #at = 0;
  #start = 0;
  #firstLine = 0;
  /** What is open in the row. */
  #open: number[] = [];
  #inText = false;
  #isEscaped = false;
  #isTextBroken = false;
  #isLineStart = false;
  #fault: Fault | undefined;

  /** @param line - The line that the bytes start in, from 1. */
  constructor(line = 1) {
    this.#line = line;
  }

  push(chunk: Uint8Array): Block | undefined {
    this.#dropRead();
    this.#text.append(chunk);
    const text = this.#text.bytes;
    while (this.#at < text.length) this.#at = this.#place === 'inside' ? this.#inside(text) : this.#between(text);
    return this.#block();
  }

  end(): Block | undefined {
    if (this.#place === 'inside') this.#close(this.#at);
    if (this.#isArray && this.#place !== 'closed' && this.#place !== 'over') this.#refuse(NOT_CLOSED);
    return this.#block();
  }

  /** Reads one byte outside of every row. */
  #between(text: Uint8Array): number {
    const byte = text[this.#at] as number;
    if (byte === LINE_END) this.#line += 1;
    if (byte <= SPACE || this.#place === 'over') return this.#at + 1;
    if (this.#place === 'start' && byte === OPEN_BRACKET) {
      this.#isArray = true;
      this.#place = 'before';
    } else if (!this.#isArray) {
      return this.#begin();
    } else if (this.#place === 'closed') {
      this.#refuse(AFTER_END);
      this.#place = 'over';
    } else if (byte === COMMA) {
      if (this.#place === 'before') this.#refuse(NO_ELEMENT);
      this.#place = 'before';
      this.#isAfterComma = true;
    } else if (byte === CLOSE_BRACKET) {
      if (this.#isAfterComma) this.#refuse(NO_ELEMENT);
      this.#place = 'closed';
    } else {
      if (this.#place === 'behind') this.#fault = NO_COMMA;
      return this.#begin();
    }
    return this.#at + 1;
  }

  #begin(): number {
    this.#place = 'inside';
    this.#isAfterComma = false;
    this.#start = this.#at;
    this.#firstLine = this.#line;
    return this.#at;
  }

  /** Reads on to the end of the row, or of the text. */
  #inside(text: Uint8Array): number {
    for (let at = this.#at; at < text.length; at++) {
      const byte = text[at] as number;
      if (this.#isTextBroken && this.#isLineStart && byte > SPACE) {
        // What is open cannot be told any more: a line that begins an object is taken for the next row.
        if (byte === OPEN_BRACE || (byte === CLOSE_BRACKET && this.#isArray)) return this.#abandon(at);
        this.#isLineStart = false;
      }
      if (byte === LINE_END) {
        this.#line += 1;
        this.#isLineStart = true;
        // No text may hold a line end: its closing quote is missing.
        if (this.#inText) this.#isTextBroken = true;
        this.#inText = this.#isEscaped = false;
        if (this.#open.length === 0) return this.#close(at) + 1;
      } else if (this.#inText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) {
          this.#inText = false;
          if (this.#open.length === 0) return this.#close(at + 1);
        }
      } else if (byte === QUOTE) {
        this.#inText = true;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        this.#open.push(byte);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        // What was left open inside closes as well: the row is broken, and ends where it was meant to.
        const opened = this.#open.lastIndexOf(byte - 2);
        if (opened >= 0) this.#open.length = opened;
        if (opened === 0) return this.#close(at + 1);
        if (opened < 0 && byte === CLOSE_BRACKET && this.#isArray) return this.#close(at);
      } else if (byte === COMMA && this.#open.length === 0 && this.#isArray) {
        return this.#close(at);
      }
    }
    return text.length;
  }

  /** Ends a row of which nobody knows where it was meant to end. */
  #abandon(end: number): number {
    this.#close(end);
    this.#place = 'before';
    return end;
  }

  /** @returns The end of the row. */
  #close(end: number): number {
    this.#found.push({
      line: this.#firstLine,
      source: this.#text.bytes.subarray(this.#start, end),
      isBroken: this.#isTextBroken,
      fault: this.#fault,
    });
    this.#place = 'behind';
    this.#open = [];
    this.#inText = this.#isEscaped = this.#isTextBroken = false;
    this.#fault = undefined;
    return end;
  }

  /** A fault of the array rather than of a row. */
  #refuse(fault: Fault): void {
    this.#found.push({ line: this.#line, source: new Uint8Array(), isBroken: false, fault });
  }

  #dropRead(): void {
    const read = this.#place === 'inside' ? this.#start : this.#at;
    this.#text.drop(read);
    this.#at -= read;
    this.#start -= read;
  }

  #block(): Block | undefined {
    const found = this.#found;
    this.#found = [];
    return found.length === 0 ? undefined : joined(found);
  }
}
