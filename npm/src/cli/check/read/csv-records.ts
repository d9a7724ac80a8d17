/** The records of CSV bytes, by csv-parse. */
import { parse } from 'csv-parse';

/** A record, and where it ends. */
export interface CsvRecord {
  /** A byte a character (Latin-1), so that nothing is lost. */
  readonly cells: readonly string[];
  /** The byte behind its line end, counted from the first that the parser was given. */
  readonly end: number;
}

/** A parser that hands over records as soon as it has them. */
export class CsvRecords {
  #records: CsvRecord[] = [];
  readonly #parser;

  constructor(delimiter: string, lineEnds: string[]) {
    this.#parser = parse({
      delimiter,
      encoding: 'latin1',
      record_delimiter: lineEnds,
      relax_column_count: true,
      // A quote in the middle of a value is one of its characters.
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { bytes }) => {
        this.#records.push({ cells, end: bytes });
        return null;
      },
    });
    // Told to who waits for the end; without this it would end the process.
    this.#parser.on('error', () => {});
    this.#parser.resume();
  }

  /** @param bytes - Must not change any more: the parser keeps the last of them. */
  async push(bytes: Uint8Array): Promise<CsvRecord[]> {
    await new Promise<void>((resolve) => this.#parser.write(bytes, () => resolve()));
    return this.#take();
  }

  /** @returns The last records, and whether a quote was left open behind them. */
  async end(): Promise<{ records: CsvRecord[]; isOpen: boolean }> {
    const isOpen = await new Promise<boolean>((resolve) => {
      this.#parser.once('error', () => resolve(true)).once('end', () => resolve(false));
      this.#parser.end();
    });
    return { records: this.#take(), isOpen };
  }

  #take(): CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}
