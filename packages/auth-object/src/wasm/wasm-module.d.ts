/** A `.wasm` file of this package, if the bundler or the runtime compiles the import. */
declare const module: object;
export default module;
