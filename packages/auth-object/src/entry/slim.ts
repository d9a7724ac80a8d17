/** For programs that load the module themselves, by `await init(source)`. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';

offer(
  glue,
  () => {
    throw new TypeError(
      'auth-object/slim is not initialised. Call `await init(source)` first, with the bytes, URL, Response or WebAssembly.Module of "auth-object/auth_object.wasm". Or import "auth-object", which needs no init.',
    );
  },
  BASE,
);

export * from './public.ts';
