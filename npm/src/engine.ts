/** The wasm instance: started once, at the first call, never at import. */

/** What every instance offers; see src/wasm for each. What only some pages need is in part/. */
export interface Engine {
  readonly memory: WebAssembly.Memory;
  /** For the parts that start later; a wasm that is whole has none. */
  readonly stack?: WebAssembly.Global;
  reserve(length: number): number;
  check(length: number, flags: number, nowSeconds: number): number;
  hints(length: number, flags: number, nowSeconds: number): number;
  keyHints(length: number, flags: number): number;
  keyOf(length: number, flags: number): number;
  arePlain(length: number, key: number): number;
  aboutText(length: number, key: number): number;
  accepted(key: number): void;
  answer(): number;
  answerLen(): number;
  shown(length: number): void;
  updatedMessage(length: number): void;
}

let engine: Engine | undefined;
/** Every entry says it. */
let module!: () => WebAssembly.Module;
let imported: WebAssembly.Imports = {};

/** Says where the compiled module comes from, and what it imports; nothing is compiled before the first call. */
export function setModule(load: () => WebAssembly.Module, imports: WebAssembly.Imports = {}): void {
  module = load;
  imported = imports;
}

/** Whether the instance is there. */
export function isStarted(): boolean {
  return engine !== undefined;
}

/** Starts the instance from a compiled module; does nothing when it is there already. */
export function start(compiled: WebAssembly.Module, imports: WebAssembly.Imports): Engine {
  if (engine !== undefined) return engine;
  let instance: WebAssembly.Instance;
  try {
    instance = new WebAssembly.Instance(compiled, imports);
  } catch (cause) {
    throw new TypeError('auth-object: this wasm is of another version than its loader; take both from one package.', {
      cause,
    });
  }
  engine = instance.exports as unknown as Engine;
  return engine;
}

/**
 * The instance, started when it is not there yet.
 *
 * @throws TypeError where no module was handed over, or the page forbids WebAssembly.
 */
export function running(): Engine {
  return engine ?? start(module(), imported);
}
