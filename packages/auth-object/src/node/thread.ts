/** A thread that checks segments of one file. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Lookup } from '../check/options.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { registrations } from '../wasm/instance.ts';
import type { FoundInSegment, Segment } from './segment.ts';

/** The script of a thread. It has the same file extension as this file, in the sources and in the package. */
const SCRIPT = new URL(`./thread-script${extname(import.meta.url)}`, import.meta.url);

/** The data with which a thread starts. */
export interface ThreadData {
  readonly path: string;
  readonly options: RowsOptions;
  /** The registered apps: slug → auth structure as JSON. */
  readonly registered: ReadonlyMap<string, string>;
}

/** Whether a lookup can be copied to another thread: an array, or a Set or Map without its own methods. */
export function canLeave(lookup: Lookup | undefined): boolean {
  if (lookup === undefined || Array.isArray(lookup)) return true;
  const prototype: unknown = Object.getPrototypeOf(lookup);
  return (prototype === Set.prototype || prototype === Map.prototype) && !Object.hasOwn(lookup, 'has');
}

/** A thread for one file. */
export class Thread {
  readonly #worker: Worker;
  #settle: { resolve(found: FoundInSegment | undefined): void; reject(error: Error): void } | undefined;
  #failure: Error | undefined;

  constructor(path: string, options: RowsOptions) {
    const data: ThreadData = { path, options, registered: registrations() };
    // Without the flags of the process, such as --input-type.
    this.#worker = new Worker(SCRIPT, { workerData: data, execArgv: [] })
      .on('message', (found: FoundInSegment | undefined) => this.#settle?.resolve(found))
      .on('error', (error) => this.#fail(error))
      .on('exit', (code) => this.#fail(new Error(`checkRowsFile: a worker ended with code ${code}.`)));
  }

  /** One segment at a time. The result is that of `checkSegment`. */
  check(segment: Segment): Promise<FoundInSegment | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#settle = { resolve, reject };
      this.#worker.postMessage(segment);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle?.reject(this.#failure);
  }
}
