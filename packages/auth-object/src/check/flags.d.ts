/** The bits of `flags` at the WebAssembly boundary; crates/wasm/src/flags.rs has the same, which a test compares. */
export declare const FORM = 1;
export declare const TYPED: number;
export declare const FLAT: number;
export declare const DOCUMENTED: number;
export declare const NO_HINTS: number;
export declare const TEST: number;
export declare const PRODUCTION: number;
export declare const API_KEYS: number;
export declare const LINKED_ACCOUNTS: number;
export declare const INTEGRATIONS: number;
export declare const CUSTOM_APPS: number;
export declare const VERIFIED: number;
export declare const REJECTED: number;
