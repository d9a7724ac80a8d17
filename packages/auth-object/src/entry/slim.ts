/** For those who load the wasm themselves: `await init(source)` first. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';

offer(
  glue,
  () => {
    throw new TypeError(
      'auth-object/slim is not initialised: call `await init(source)` first, with the bytes, URL, Response or WebAssembly.Module of "auth-object/auth_object.wasm". Or import "auth-object", which needs no init.',
    );
  },
  BASE,
);

export * from './public.ts';
