/** A wasm file that the runtime or its bundler compiles. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** The same for bundlers that need the suffix. */
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
