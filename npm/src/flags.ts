/** The numbers at the wasm boundary; src/wasm holds their twins, which a test compares. First the bits of `flags`. */
export const FORM = 1;
export const TYPED = 1 << 1;
export const FLAT = 1 << 2;
export const DOCUMENTED = 1 << 3;
export const NO_HINTS = 1 << 4;
export const TEST = 1 << 5;
export const PRODUCTION = 1 << 6;
export const API_KEYS = 1 << 7;
export const API_KEY_KNOWN = 1 << 8;
export const LINKED_ACCOUNTS = 1 << 9;
export const LINKED_ACCOUNT_KNOWN = 1 << 10;
export const VERIFIED = 1 << 11;
export const REJECTED = 1 << 12;

/** What `check` answers when the verdict stands in the answer buffer as JSON. */
export const IN_ANSWER = 0xffffffff;
/** What `keyOf` answers where hints are to be looked for in any case. */
export const NEVER_PLAIN = 0xfffffffe;
/** In what `keyOf` answers, where a hint hangs on whether the access token is one that lasts. */
export const LACKS_REFRESH_TOKEN = 1 << 26;
/** What `aboutText` answers for a key that is no field. */
export const ELSEWHERE = 63;
