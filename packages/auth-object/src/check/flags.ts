/** The bits of the `flags` that the instance gets. crates/wasm/src/flags.rs has the same, which a test compares. */
export const FORM = 1;
export const TYPED = 1 << 1;
export const FLAT = 1 << 2;
export const DOCUMENTED = 1 << 3;
export const NO_HINTS = 1 << 4;
export const TEST = 1 << 5;
export const PRODUCTION = 1 << 6;
export const API_KEYS = 1 << 7;
export const LINKED_ACCOUNTS = 1 << 8;
export const INTEGRATIONS = 1 << 9;
export const CUSTOM_APPS = 1 << 10;
export const VERIFIED = 1 << 11;
export const REJECTED = 1 << 12;
