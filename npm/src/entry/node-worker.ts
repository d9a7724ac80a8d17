/** What a thread of {@link checkNdjsonFile} runs. */
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
  parentPort?.postMessage(checkSegment(file, segment, options));
});
