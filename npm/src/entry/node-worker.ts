/** What a thread of {@link checkRowsFile} runs. */
import './rows.js';
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { register } from '../engine.js';
import { checkSegment, type Segment } from '../node/segment.js';
import type { ThreadData } from '../node/thread.js';

const { path, options, registered } = workerData as ThreadData;
for (const [slug, structure] of registered) register(slug, structure);
// Closed with the thread.
const file = openSync(path, 'r');
parentPort?.on('message', (segment: Segment) => {
  const part = checkSegment(file, segment, options);
  const arrays = [...part.found.map(({ numbers }) => numbers), ...(part.seen === undefined ? [] : [part.seen])];
  parentPort?.postMessage(
    part,
    arrays.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
