/** Lets the instance check the rows of a file. The results are compact: expand-rows.ts makes objects of them. */

import { nowSeconds } from '../check/context-flags.ts';
import { allLimits } from '../check/limits.ts';
import { Lookups } from '../check/lookups.ts';
import { AuthObjectError } from '../error.ts';
import { Answer } from '../wasm/answer.ts';
import { bytesOf } from '../wasm/bytes.ts';
import type { ChunkResult, EndResult, FileState, Glue, Rows, RowsGlue } from '../wasm/glue.ts';
import { write } from '../wasm/input-buffer.ts';
import { endedCount, guarded } from '../wasm/instance.ts';
import { ChunkDecoder } from './chunk-decoder.ts';
import { MappingError, type MappingErrorCode } from './mapping-error.ts';
import { formatNumber, listNumber } from './option-numbers.ts';
import { RowEditor } from './repair-row.ts';
import type { RowsReport } from './report.ts';
import type { RowChange } from './row.ts';
import { rowsFlags } from './rows-flags.ts';
import type { RowsOptions } from './rows-options.ts';

/** The reader of one file, or of a segment of one. */
export class RowReader {
  readonly #caller: string;
  readonly #lookups: Lookups | undefined;
  readonly #editor: RowEditor | undefined;
  readonly #decoder: ChunkDecoder;
  #rows: Rows | undefined;
  /** The value of {@link endedCount} at the start. The rows end with their instance. */
  readonly #ended: number;
  #isReading = false;
  /** Whether a loop over results was left before its end. */
  #isLeft = false;
  /** Whether the last row is read. */
  #isLast = false;

  /**
   * @param caller - The public function or class, with which errors start.
   * @throws TypeError if an option is unknown or has the wrong type; MappingError if `map` or `set` cannot be used.
   */
  constructor(caller: string, options: RowsOptions, isSegment = false) {
    const flags = rowsFlags(caller, options);
    const { linkedAccounts: accounts, customApps } = options;
    this.#caller = caller;
    if (accounts !== undefined || customApps !== undefined) {
      // A set finds one of many accounts quickly.
      const linkedAccounts = Array.isArray(accounts) ? new Set(accounts) : accounts;
      this.#lookups = new Lookups({ linkedAccounts, customApps: customApps && [...customApps] });
    }
    this.#decoder = new ChunkDecoder(options.encoding);
    const editor = options.repair ? new RowEditor(options) : undefined;
    this.#editor = editor;
    const format = formatNumber(options.format);
    const fallback = formatNumber(options.fallback);
    const list = listNumber(options.list);
    const { requestBytes, nesting, keys, cells } = allLimits(options.limits);
    const now = nowSeconds(options);
    this.#rows = guarded(
      (glue) =>
        new (glue as RowsGlue).Rows(
          flags,
          now,
          format,
          fallback,
          list,
          isSegment,
          requestBytes,
          nesting,
          keys,
          cells,
          this.#lookups,
          editor,
        ),
    );
    this.#ended = endedCount;
    this.#map(options);
  }

  /**
   * Reads a chunk. After a loop over the results that was left before its end, only `report` works.
   *
   * @returns The results, each with a few thousand rows at most.
   * @throws As {@link RowChecker}.
   */
  *push(chunk: unknown): Generator<ChunkResult, void> {
    this.#open();
    if (this.#isLast) {
      throw new TypeError(`${this.#caller}: The last rows are read already. Make a new ${this.#caller}.`);
    }
    const source = typeof chunk === 'string' ? chunk : bytesOf(chunk);
    if (source === undefined) {
      throw new TypeError(`${this.#caller}: a chunk must be a string, a Uint8Array or an ArrayBuffer.`);
    }
    yield* this.#pushAll(this.#decoder.read(source));
  }

  /** Reads what is left, as `push` does. The last row needs no line end. */
  *last(): Generator<ChunkResult, void> {
    this.#open();
    this.#isLast = true;
    yield* this.#pushAll(this.#decoder.end());
    yield* this.#batches((rows, _, answer) => rows.last(answer));
  }

  /** Ends the file, after `last`. */
  end(): EndResult {
    const rows = this.#open();
    const ended = this.#read(() => {
      const answer = new Answer<EndResult>();
      rows.end(answer);
      return answer.value;
    });
    this.free();
    return ended;
  }

  /** The report so far. A row that has not ended is not counted. */
  report(): RowsReport {
    const rows = this.#running();
    return { ...JSON.parse(this.#read(() => rows.report())), rows: [] };
  }

  /** The changes that a call of the editor made. Available until the next result. */
  readonly changesOf = (call: number): readonly RowChange[] => this.#editor?.changesOf(call) ?? [];

  *#pushAll(pieces: Iterable<string | Uint8Array>): Generator<ChunkResult, void> {
    for (const piece of pieces) {
      let unread: string | Uint8Array = piece;
      yield* this.#batches((rows, glue, answer) => {
        rows.push(write(glue, unread), answer);
        unread = '';
      });
    }
  }

  /** Calls the instance until it has no more rows. */
  *#batches(call: (rows: Rows, glue: Glue, answer: Answer<ChunkResult>) => void): Generator<ChunkResult, void> {
    for (let hasMore = true; hasMore; ) {
      const rows = this.#open();
      const found = this.#read((glue) => {
        const answer = new Answer<ChunkResult>();
        call(rows, glue, answer);
        return answer.value;
      });
      ({ hasMore } = JSON.parse(found.state) as FileState);
      // Rows that are not taken would be counted, but never listed.
      this.#isLeft = true;
      yield found;
      this.#isLeft = false;
      this.#editor?.clear();
    }
  }

  /** @throws MappingError if the mapping cannot be used. */
  #map({ map = {}, set = {} }: RowsOptions): void {
    const [names, values] = [joined(map), joined(set)];
    if (names === '' && values === '') return;
    const wrong = guarded((glue) => this.#rows?.map(write(glue, names + values), byteLength(names)));
    if (wrong === undefined) return;
    this.free();
    const [code] = wrong.split(' ', 1) as [MappingErrorCode];
    throw new MappingError(code, `${this.#caller}: ${wrong.slice(code.length + 1)}`);
  }

  /** Frees the memory of the rows, if they are not read to their end. */
  free(): void {
    if (this.#ended === endedCount) this.#rows?.free();
    this.#rows = undefined;
  }

  #open(): Rows {
    if (this.#isLeft) {
      throw new TypeError(
        `${this.#caller}: Take all rows of a chunk before the next call. Make a new ${this.#caller}.`,
      );
    }
    return this.#running();
  }

  #running(): Rows {
    if (this.#isReading) {
      throw new TypeError(`${this.#caller}: linkedAccounts.has() must not call the checker that called it.`);
    }
    if (this.#rows === undefined) {
      throw new TypeError(`${this.#caller}: It has ended, by end() or because has() threw. Make a new one.`);
    }
    if (this.#ended !== endedCount) {
      const message = `${this.#caller}: The WebAssembly instance has ended. Read the rows again with a new checker.`;
      throw new AuthObjectError('internal', { message });
    }
    return this.#rows;
  }

  #read<T>(call: (glue: Glue) => T): T {
    this.#isReading = true;
    try {
      return guarded(call);
    } finally {
      this.#isReading = false;
      this.#rethrow();
    }
  }

  /** If has() or a repair threw, later counts would be wrong, so the rows end. */
  #rethrow(): void {
    try {
      this.#lookups?.rethrow();
      this.#editor?.rethrow();
    } catch (error) {
      this.free();
      throw error;
    }
  }
}

/** The keys and values of an object, each after a zero byte. */
function joined(record: Readonly<Record<string, string>>): string {
  // A zero byte in a name or value would end it.
  return Object.entries(record)
    .flat()
    .map((text) => `\0${text.replaceAll('\0', ' ')}`)
    .join('');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
