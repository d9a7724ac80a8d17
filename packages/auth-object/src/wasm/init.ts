/** Starting ahead of the first call. */
import { bytesOf, isA } from './bytes.ts';
import { isStarted, startedGlue, startWith } from './instance.ts';

/**
 * Where the wasm comes from: its bytes, a compiled `WebAssembly.Module`, its URL (a string or a `URL`), a `Response`,
 * or a promise of one of these. Structural, so that the types need neither the DOM's nor Node's.
 */
export type WasmSource = string | object | PromiseLike<string | object>;

/**
 * Starts the library ahead of the first call. `auth-object` needs no `init`: it starts at the first call; with a
 * source it takes that one instead of its own. `auth-object/slim` has none of its own, so it needs one.
 * A `WebAssembly.Module` starts it at once, before the promise is awaited. A second call does nothing.
 *
 * @throws TypeError if the source is missing (slim), is not a source, or cannot be fetched or compiled.
 *
 * @example
 * ```ts
 * import { init } from "auth-object/slim";
 * await init(new URL("auth-object/auth_object.wasm", import.meta.url));
 * ```
 */
export function init(source?: WasmSource): Promise<void> {
  try {
    if (isStarted()) return Promise.resolve();
    if (source === undefined) {
      startedGlue();
      return Promise.resolve();
    }
    if (source instanceof WebAssembly.Module) {
      startWith(source);
      return Promise.resolve();
    }
  } catch (error) {
    return Promise.reject(error);
  }
  return load(source);
}

async function load(source: WasmSource): Promise<void> {
  let given: unknown = await source;
  if (typeof given === 'string' || isA(globalThis.URL, given)) given = await fetched(given);
  if (isA(globalThis.Response, given)) given = await bodyOf(given);
  if (given instanceof WebAssembly.Module) {
    startWith(given);
    return;
  }
  const bytes = bytesOf(given);
  if (bytes === undefined) {
    throw new TypeError(
      'init: the source must be the bytes, the URL, a Response or a WebAssembly.Module of "auth-object/auth_object.wasm".',
    );
  }
  startWith(await compiled(bytes));
}

async function compiled(bytes: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    const isWasm = bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
    throw new TypeError(
      isWasm
        ? "init: this runtime does not compile the wasm; allow 'wasm-unsafe-eval' in the page's Content-Security-Policy script-src, or hand over a precompiled WebAssembly.Module."
        : 'init: the source is not a wasm file; a server that answers a missing file with a page is a common cause.',
      { cause },
    );
  }
}

async function fetched(url: string | URL): Promise<Response> {
  if (String(url).startsWith('file:')) {
    throw new TypeError('init: fetch does not read files; hand over the bytes: `await init(await readFile(url))`.');
  }
  try {
    return await fetch(url);
  } catch (cause) {
    throw new TypeError(`init: the wasm cannot be fetched from ${url}.`, { cause });
  }
}

async function bodyOf(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new TypeError(`init: the wasm's URL answers ${response.status}.`);
  return response.arrayBuffer();
}
