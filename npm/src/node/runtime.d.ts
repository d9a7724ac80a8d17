/** Of Node's modules, what is used: the types of all of Node do not agree with the browser's, which other files need. */
declare module 'node:fs' {
  export function openSync(path: string): number;
  export function closeSync(file: number): void;
  export function fstatSync(file: number): { readonly size: number; isFile(): boolean };
  export function readSync(file: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
}

declare module 'node:os' {
  /** From Node 18.14 on; Bun and Deno have it too. */
  export function availableParallelism(): number;
}

declare module 'node:url' {
  export function fileURLToPath(url: { readonly href: string }): string;
}

declare module 'node:worker_threads' {
  export class Worker {
    constructor(file: string | URL, options: { workerData: unknown; execArgv: string[] });
    on(event: 'message', take: (message: unknown) => void): this;
    on(event: 'error', take: (error: Error) => void): this;
    on(event: 'exit', take: (code: number) => void): this;
    postMessage(message: unknown): void;
    terminate(): Promise<number>;
  }
  export const parentPort: {
    on(event: 'message', take: (message: never) => void): void;
    postMessage(message: unknown): void;
  } | null;
  export const workerData: unknown;
}

/** Where the worker's script is; scripts/build-js.mjs makes it. */
declare module 'auth-object:worker' {
  const worker: string | URL;
  export default worker;
}
