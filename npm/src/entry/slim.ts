/** The entry for those who load the wasm themselves: `await init(source)` first. */
export * from '../api.js';
