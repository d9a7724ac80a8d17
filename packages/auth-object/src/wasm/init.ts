/** Starts the library before the first call. */
import { bytesOf, isA } from './bytes.ts';
import { isStarted, startedGlue, startWith } from './instance.ts';

/**
 * The WebAssembly module: its bytes, its URL (a string or a `URL`), a `Response`, a compiled `WebAssembly.Module`, or a
 * promise of one of these. The type is structural, so that it needs neither the DOM's types nor Node's.
 */
export type WasmSource = string | object | PromiseLike<string | object>;

/**
 * Starts the library before the first call. `auth-object` needs no `init`, because its first call starts it;
 * `auth-object/slim` does not contain the WebAssembly module, so it needs one. A second `init` does nothing.
 *
 * @param source - The module. A `WebAssembly.Module` starts the library at once, before the promise is awaited.
 *
 * @throws TypeError if the source is missing (slim), has the wrong type, or cannot be fetched or compiled. It is the
 *   reason of a rejected promise.
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
        ? "init: this runtime does not compile the wasm. Allow 'wasm-unsafe-eval' in the page's Content-Security-Policy script-src, or pass a precompiled WebAssembly.Module."
        : 'init: the source is not a wasm file. Check that the URL does not return an HTML page.',
      { cause },
    );
  }
}

async function fetched(url: string | URL): Promise<Response> {
  if (/^[^/]*\/\/[^/]*@/.test(String(url))) {
    // Without fetch's error, which quotes the URL.
    throw new TypeError('init: fetch does not take a URL with a user or password.');
  }
  if (String(url).startsWith('file:')) {
    throw new TypeError('init: fetch cannot read files. Pass the bytes: `await init(await readFile(url))`.');
  }
  try {
    return await fetch(url);
  } catch (cause) {
    throw new TypeError(`init: the wasm cannot be fetched from ${String(url).replace(/[?#].*/s, '')}.`, { cause });
  }
}

async function bodyOf(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new TypeError(`init: the URL of the wasm returned the status ${response.status}.`);
  return response.arrayBuffer();
}
