/** A thread that checks segments of one file. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Lookup } from '../check/options.ts';
import type { RowsOptions } from '../rows/rows-options.ts';
import { registrations } from '../wasm/instance.ts';
import type { FoundInSegment, Segment } from './segment.ts';

/** What a thread runs: it has the ending of this file, in the sources and in the package. */
const SCRIPT = new URL(`./thread-script${extname(import.meta.url)}`, import.meta.url);

/** What a thread is started with. */
export interface ThreadData {
  readonly path: string;
  readonly options: RowsOptions;
  /** The registered apps: slugs and auth structures as JSON. */
  readonly registered: ReadonlyMap<string, string>;
}

/** Whether a lookup can be copied to another thread: an array, a Set or a Map, with no methods of its own. */
export function canLeave(lookup: Lookup | undefined): boolean {
  if (lookup === undefined || Array.isArray(lookup)) return true;
  const prototype: unknown = Object.getPrototypeOf(lookup);
  return (prototype === Set.prototype || prototype === Map.prototype) && !Object.hasOwn(lookup, 'has');
}

/** A thread for one file. */
export class Thread {
  readonly #worker: Worker;
  #settle: { resolve(found: FoundInSegment): void; reject(error: Error): void } | undefined;
  #failure: Error | undefined;

  constructor(path: string, options: RowsOptions) {
    const data: ThreadData = { path, options, registered: registrations() };
    // Flags of the caller, such as --input-type, are not the script's.
    this.#worker = new Worker(SCRIPT, { workerData: data, execArgv: [] })
      .on('message', (found: FoundInSegment) => this.#settle?.resolve(found))
      .on('error', (error) => this.#fail(error))
      .on('exit', (code) => this.#fail(new Error(`checkRowsFile: a worker ended with code ${code}.`)));
  }

  /** One segment at a time. */
  check(segment: Segment): Promise<FoundInSegment> {
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
