/** A file, checked in the calling thread. */
import type { FileHandle } from 'node:fs/promises';
import { isUnmarkedUtf8 } from '../rows/chunk-decoder.ts';
import { expand } from '../rows/expand-rows.ts';
import type { RowsReport } from '../rows/report.ts';
import type { CheckedRow } from '../rows/row.ts';
import { RowReader } from '../rows/row-reader.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import type { ChunkResult } from '../wasm/glue.ts';
import type { FileProgress } from './check-rows-file.ts';
import { untilAborted } from './until-aborted.ts';

const CHUNK_BYTES = 1 << 20;

/** Where a check hands over what it finds. */
export interface Sink {
  readonly take: (rows: CheckedRow[], progress: FileProgress) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads the file chunk by chunk; other work goes on between them.
 *
 * @param endAtNdjson - Whether to end if the first chunk shows that it is NDJSON that threads can check.
 * @returns `undefined` if it ended so. Nothing was taken then.
 */
export async function checkChunks(
  file: FileHandle,
  options: RowsOptions,
  { take, signal, endAtNdjson }: Sink & { readonly endAtNdjson: boolean },
): Promise<Omit<RowsReport, 'rows'> | undefined> {
  const reader = new RowReader('checkRowsFile', options);
  const buffer = new Uint8Array(CHUNK_BYTES);
  let bytes = 0;
  let total = 0;
  let format: RowsReport['format'];
  let isUnreadable = false;
  let rows: CheckedRow[] = [];
  const keep = (found: ChunkResult) => {
    for (const row of expand(found, reader.changesOf)) rows.push(row);
    ({ total, format, isUnreadable } = found);
  };
  while (!isUnreadable) {
    const { bytesRead } = await untilAborted(signal, file.read(buffer, 0, CHUNK_BYTES, null));
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    reader.push(chunk, keep);
    if (endAtNdjson && bytes === 0 && format === 'ndjson' && isUnmarkedUtf8(chunk)) {
      reader.end(() => {});
      return undefined;
    }
    bytes += bytesRead;
    await untilAborted(signal, take(rows, { bytes, rows: total, report: () => ({ ...reader.report(), rows: [] }) }));
    rows = [];
  }
  const { report } = reader.end(keep);
  await untilAborted(signal, take(rows, { bytes, rows: total, report: () => ({ ...report, rows: [] }) }));
  return report;
}
