/**
 * Compiles a module of built/*-text.js.
 *
 * @throws TypeError if the page or the runtime forbids compiling.
 */
export declare function compileInlined(text: string): WebAssembly.Module;
