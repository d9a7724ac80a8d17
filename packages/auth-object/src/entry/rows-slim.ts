/** For programs that load the module themselves, by `await init(source)`, with files of rows. */
import glue from '../wasm/built/rows-glue.js';
import { offer, ROWS } from '../wasm/instance.ts';

offer(
  glue,
  () => {
    throw new TypeError(
      'auth-object/rows/slim is not initialised. Call `await init(source)` first, with the bytes, URL, Response or WebAssembly.Module of "auth-object/auth_object_rows.wasm". Or import "auth-object/rows", which needs no init.',
    );
  },
  ROWS,
);

export * from './public-rows.ts';
