/** For those who load the wasm themselves, with files of rows: `await init(source)` first. */
import glue from 'auth-object:glue/rows';
import { offer, ROWS } from '../engine.js';

offer(
  glue,
  () => {
    throw new TypeError(
      'auth-object/rows/slim is not initialised: call `await init(source)` first, with the bytes, URL, Response or WebAssembly.Module of "auth-object/auth_object_rows.wasm". Or import "auth-object/rows", which needs no init.',
    );
  },
  ROWS,
);

export * from '../api-rows.js';
