/** By the numbers of crates/wasm/src/check.rs. */
export declare const NO_TEXT = 4;
/** Why a value has no JSON text. */
export interface Fault {
    readonly what: number;
    readonly path: string[];
}
/**
 * Why a value has no JSON text.
 *
 * @param error - What `JSON.stringify` threw.
 * @throws AuthObjectError if it is not the value's fault.
 */
export declare function faultOf(value: unknown, error: unknown): Fault;
