/** The modules that npm/scripts/build-js.mjs and the runtimes' bundlers make. */

/** The functions that wasm-bindgen wrote for the module without files of rows. */
declare module 'auth-object:glue/base' {
  const glue: import('./glue.js').Glue;
  export default glue;
}

/** The same for the module with files of rows. */
declare module 'auth-object:glue/rows' {
  const glue: import('./glue.js').RowsGlue;
  export default glue;
}

/** A module of crates/wasm, `base` or `rows`, as printable ASCII (src/ascii). */
declare module 'auth-object:wasm/*' {
  const text: string;
  export default text;
}

/** The wasm of src/ascii/decode.wat, in base64. */
declare module 'auth-object:decoder' {
  const base64: string;
  export default base64;
}

/** A wasm file, compiled by the runtime or its bundler. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** The same for bundlers that need the suffix. */
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
