/** Checks a file in the calling thread. */
import type { FileHandle } from 'node:fs/promises';
import { isUnmarkedUtf8 } from '../rows/chunk-decoder.ts';
import { expand } from '../rows/expand-rows.ts';
import type { RowsReport } from '../rows/report.ts';
import type { CheckedRow } from '../rows/row.ts';
import { RowReader } from '../rows/row-reader.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { EMPTY_FILE, type FileState } from '../wasm/glue.ts';
import type { FileProgress } from './check-rows-file.ts';
import { untilAborted } from './until-aborted.ts';

const CHUNK_BYTES = 1 << 20;

/** Takes the results of a check. */
export interface Sink {
  readonly take: (rows: CheckedRow[], progress: FileProgress) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/** Takes the results of {@link checkChunks}. */
export interface ChunksSink extends Sink {
  /** Whether to stop if the first chunk shows NDJSON that threads can check. */
  readonly endAtNdjson: boolean;
}

/**
 * Checks the file chunk by chunk. Other work of the thread runs between chunks.
 *
 * @returns The report; `undefined` if it stopped, before anything was taken.
 */
export async function checkChunks(
  file: FileHandle,
  options: RowsOptions,
  sink: ChunksSink,
): Promise<RowsReport | undefined> {
  const reader = new RowReader('checkRowsFile', options);
  try {
    return await readChunks(reader, file, sink);
  } finally {
    reader.free();
  }
}

async function readChunks(
  reader: RowReader,
  file: FileHandle,
  { take, signal, endAtNdjson }: ChunksSink,
): Promise<RowsReport | undefined> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let bytes = 0;
  let state: FileState = EMPTY_FILE;
  const report = () => reader.report();
  while (!state.isUnreadable) {
    const { bytesRead } = await untilAborted(signal, file.read(buffer, 0, CHUNK_BYTES, null));
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const end = bytes + bytesRead;
    for (const found of reader.push(chunk)) {
      state = JSON.parse(found.state);
      if (endAtNdjson && bytes === 0 && state.format === 'ndjson' && isUnmarkedUtf8(chunk)) {
        return undefined;
      }
      if (!state.hasMore) bytes = end;
      await untilAborted(signal, take(expand(found, reader.changesOf), { bytes, rows: state.total, report }));
    }
    bytes = end;
  }
  for (const found of reader.last()) {
    state = JSON.parse(found.state);
    await untilAborted(signal, take(expand(found, reader.changesOf), { bytes, rows: state.total, report }));
  }
  const ended = reader.end().report;
  await untilAborted(signal, take([], { bytes, rows: state.total, report: () => JSON.parse(ended) }));
  return JSON.parse(ended);
}
