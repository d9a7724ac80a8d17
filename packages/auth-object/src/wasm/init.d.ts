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
export declare function init(source?: WasmSource): Promise<void>;
