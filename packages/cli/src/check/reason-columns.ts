/** The columns of `--out-bad` that say why a row of CSV is rejected. The reader of rows ignores them. */
import { spreadsheetText } from '@auth-object/reference';
import { csvCell, splitCells } from './csv-cells.ts';

const NAMES = ['auth_object_line', 'auth_object_code', 'auth_object_help'] as const;

/** A byte order mark, a line `sep=;` and empty lines; the names; the line end. */
const HEADER = /^(\ufeff?[\r\n]*(?:sep=.[^\r\n]*[\r\n]+)?[\r\n]*)(.*?)([\r\n]*)$/is;

/** Where the row is in its source, which rule rejects it, and what to do. */
export type Reason = readonly [line: string, code: string, help: string];

/** Adds the columns to the rows of one file; columns of an earlier check are replaced. */
export class ReasonColumns {
  /** The bytes before the first row, with the columns. */
  readonly header: Buffer;
  readonly #delimiter: string;
  /** The number of columns in the input. */
  readonly #width: number;
  /** The index of each column of a reason. */
  readonly #indexes: readonly number[];

  /** @param header - The bytes before the first row, perhaps with a line `sep=;` and empty lines. */
  constructor(header: Buffer, delimiter: string) {
    const [, before = '', names, end = ''] = HEADER.exec(header.toString()) as RegExpExecArray;
    const cells = splitCells(Buffer.from(names as string), delimiter) ?? [];
    const known = cells.map((cell) =>
      cell
        .toString()
        .replace(/^\s*"?|"?\s*$/g, '')
        .toLowerCase(),
    );
    const missing = NAMES.filter((name) => !known.includes(name));
    const all = [...known, ...missing];
    this.#delimiter = delimiter;
    this.#width = known.length;
    this.#indexes = NAMES.map((name) => all.indexOf(name));
    const more = missing.map((name) => delimiter + name).join('');
    this.header = Buffer.from(`${before}${names}${more}${end}`);
  }

  /** The row with its reason. Other cells keep their bytes. */
  row(bytes: Uint8Array, reason: Reason): Buffer {
    const delimiter = this.#delimiter;
    const row = Buffer.from(bytes);
    const texts = reason.map((text) => Buffer.from(csvCell(spreadsheetText(text), delimiter)));
    const cells = splitCells(row, delimiter);
    // In a row that cannot be split, nobody knows which cells are those of the columns.
    if (cells === undefined || cells.length > this.#width) return joined([row, ...texts], delimiter);
    while (cells.length < this.#width) cells.push(Buffer.alloc(0));
    for (const [at, index] of this.#indexes.entries()) cells[index] = texts[at] as Buffer;
    return joined(cells, delimiter);
  }
}

function joined(cells: readonly Buffer[], delimiter: string): Buffer {
  const separator = Buffer.from(delimiter);
  return Buffer.concat(cells.flatMap((cell, index) => (index === 0 ? [cell] : [separator, cell])));
}
