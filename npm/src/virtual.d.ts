/** Of the bindings that wasm-pack writes, what is used; scripts/build-js.mjs makes it. */
declare module 'auth-object:glue' {
  /** Hands the instance's exports to the bindings. */
  export function setExports(exports: WebAssembly.Exports): void;
  /** What the wasm imports. */
  export const imports: WebAssembly.Imports;
  /** The class that judges rows; its methods read the input buffer. */
  export class NdjsonChecker {
    constructor(flags: number, accounts: { has(id: string): boolean } | undefined);
    addCustomApp(length: number): void;
    push(length: number): void;
    end(): void;
    free(): void;
  }
}

/** A part of the wasm (scripts/split-wasm.mjs) as printable ASCII (src/ascii); empty where an entry takes the wasm whole. */
declare module 'auth-object:wasm/*' {
  const text: string;
  export default text;
}

/** The wasm of src/ascii/decode.wat, in base64. */
declare module 'auth-object:decoder' {
  const base64: string;
  export default base64;
}

/** The wasm file, compiled by the runtime or its bundler. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** The same for bundlers that want to be told. */
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
