/** Runs scripts on the sources in other processes and threads, where the library is loaded afresh. */
import { execFileSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { Untyped } from './untyped.ts';

/** The URL of an entry, such as `rows`. */
export const entryUrl = (name: string): string => new URL(`../entry/${name}.ts`, import.meta.url).href;

/** The built WebAssembly modules: `auth_object` and `auth_object_rows`. */
export const wasmUrl = (name: string): string => new URL(`../../wasm/${name}_bg.wasm`, import.meta.url).href;

/** The arguments with which Node runs a script that is an ES module. */
export const scriptArgs = (script: string): string[] => ['--input-type=module', '--eval', script];

/** What a script prints. */
export function outputOf(script: string, { flags = [] as string[], args = [] as string[] } = {}): string {
  return execFileSync(process.execPath, [...flags, ...scriptArgs(script), ...args], { encoding: 'utf8' }).trim();
}

/**
 * Runs a function in a new thread and gives what it returns.
 *
 * @param run - A function that uses nothing from outside itself, or its source.
 */
export function inThread<T>(
  run:
    | ((
        load: (entry: string) => Promise<Untyped>,
        urlOfWasm: typeof wasmUrl,
        urlOfEntry: typeof entryUrl,
      ) => Promise<T>)
    | string,
): Promise<T> {
  const script = `
    const { parentPort } = require('node:worker_threads');
    const entryUrl = (name) => ${JSON.stringify(entryUrl('NAME'))}.replace('NAME', name);
    const wasmUrl = (name) => ${JSON.stringify(wasmUrl('NAME'))}.replace('NAME', name);
    (${run})((name) => import(entryUrl(name)), wasmUrl, entryUrl).then((result) => parentPort.postMessage(result));
  `;
  return new Promise((resolve, reject) => {
    new Worker(script, { eval: true, execArgv: [] }).on('message', resolve).on('error', reject);
  });
}
