/** The entry for those who load the wasm themselves: `await init(source)` first. */
import { setModule } from '../engine.js';

setModule(() => {
  throw new TypeError(
    'auth-object/slim is not initialised: call `await init(source)` first, with the bytes, URL, Response or WebAssembly.Module of "auth-object/auth_object.wasm". Or import "auth-object", which needs no init.',
  );
});

export * from '../api.js';
