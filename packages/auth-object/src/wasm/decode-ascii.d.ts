/**
 * Decodes a text of scripts/ascii/encode.mjs.
 *
 * @throws WebAssembly.CompileError if the page or the runtime forbids WebAssembly.
 */
export declare function decodeAscii(text: string): Uint8Array<ArrayBuffer>;
