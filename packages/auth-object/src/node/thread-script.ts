/** The script of a thread of {@link checkRowsFile}. */
import '../entry/rows.ts';
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { register, UNLIMITED } from '../wasm/instance.ts';
import { checkSegment, type Segment } from './segment.ts';
import type { ThreadData } from './thread.ts';

const { path, options, registered } = workerData as ThreadData;
for (const [slug, structure] of registered) register(slug, structure, UNLIMITED);
// Closed with the thread.
const file = openSync(path, 'r');
parentPort?.on('message', (segment: Segment) => {
  const part = checkSegment(file, segment, options);
  if (part === undefined) return parentPort?.postMessage(part);
  const arrays = [...part.found.map(({ numbers }) => numbers), ...(part.seen === undefined ? [] : [part.seen])];
  return parentPort?.postMessage(
    part,
    arrays.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
