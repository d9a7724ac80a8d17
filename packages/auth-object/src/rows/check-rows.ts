/** Checks a whole file of rows. */

import { bytesOf } from '../wasm/bytes.ts';
import type { ChunkResult } from '../wasm/glue.ts';
import { expand } from './expand-rows.ts';
import type { RowsReport } from './report.ts';
import type { CheckedRow } from './row.ts';
import { RowReader } from './row-reader.ts';
import type { RowsOptions } from './rows-options.ts';

/**
 * Checks a file of rows: NDJSON, JSON or CSV. For a file that does not fit in memory, or to get rows as they are found,
 * use `RowChecker`.
 *
 * @param rows - The file as a string, as bytes, or as chunks of either in order.
 * @returns The report. Its `rows` are all listed rows, by default the rejected ones.
 * @throws TypeError if an option is unknown or has the wrong type, or `rows` is not a string or bytes; AuthObjectError if
 *   there is not enough memory; whatever the iterator of `rows`, a getter of the options or `linkedAccounts.has` throws.
 *
 * @example
 * ```ts
 * const { total, rejected, rows } = checkRows(await readFile("rows.csv"));
 * for (const { line, issues } of rows) console.log(line, issues[0]?.help);
 * ```
 */
export function checkRows(
  rows: string | Uint8Array | ArrayBuffer | Iterable<string | Uint8Array | ArrayBuffer>,
  options?: RowsOptions,
): RowsReport {
  const reader = new RowReader('checkRows', options ?? {});
  const listed: CheckedRow[] = [];
  const take = (results: Iterable<ChunkResult>) => {
    for (const found of results) for (const row of expand(found, reader.changesOf)) listed.push(row);
  };
  try {
    for (const chunk of chunksOf(rows)) take(reader.push(chunk));
    take(reader.last());
    return { ...JSON.parse(reader.end().report), rows: listed };
  } finally {
    reader.free();
  }
}

function chunksOf(rows: unknown): Iterable<string | Uint8Array> {
  if (typeof rows === 'string') return [rows];
  const bytes = bytesOf(rows);
  if (bytes !== undefined) return [bytes];
  if (typeof rows === 'object' && rows !== null && Symbol.iterator in rows) return rows as Iterable<string>;
  const isAsync = typeof rows === 'object' && rows !== null && Symbol.asyncIterator in rows;
  throw new TypeError(
    isAsync
      ? 'checkRows: a stream cannot be read at once. Push its chunks to a RowChecker: `for await (const chunk of stream) checker.push(chunk)`.'
      : 'checkRows: the rows must be a string, a Uint8Array, an ArrayBuffer, or chunks of these.',
  );
}
