/** Compiles the WebAssembly module that the build wrote into the script. */
import { decodeAscii } from './decode-ascii.ts';

/**
 * Compiles a module of built/*-text.js.
 *
 * @throws TypeError if the page or the runtime forbids compiling.
 */
export function compileInlined(text: string): WebAssembly.Module {
  try {
    return new WebAssembly.Module(decodeAscii(text));
  } catch (cause) {
    throw new TypeError(
      "auth-object cannot compile its WebAssembly here. Allow 'wasm-unsafe-eval' in the page's Content-Security-Policy script-src; on a runtime that forbids compiling, import \"auth-object/slim\" and pass a precompiled WebAssembly.Module to init().",
      { cause },
    );
  }
}
