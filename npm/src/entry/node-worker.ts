/** What a thread of {@link checkNdjsonFile} runs. */
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { registerApps } from '../entry/index.js';
import { Packer } from '../node/packed.js';
import { checkSegment, type Segment } from '../node/segment.js';
import type { ThreadData } from '../node/thread.js';

const { path, options, registered } = workerData as ThreadData;
registerApps(registered);
// Closed with the thread.
const file = openSync(path, 'r');
const packer = new Packer();
parentPort?.on('message', (segment: Segment) => {
  const packed = packer.pack(checkSegment(file, segment, options));
  parentPort?.postMessage(packed, [packed.rows.buffer]);
});
