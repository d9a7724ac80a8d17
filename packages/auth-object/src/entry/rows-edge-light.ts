/** For the edge runtime of Vercel and Next.js, with files of rows; see edge-light.ts. */
import glue from '../wasm/built/rows-glue.js';
import { offer, ROWS } from '../wasm/instance.ts';
import module from './auth_object_rows.wasm?module';

// The glue accepts only modules of this realm, but Next.js compiles them in another one.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), ROWS);

export * from './public-rows.ts';
