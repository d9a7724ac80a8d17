/** For Vercel's and Next.js's edge runtime, with files of rows: its bundlers give a compiled module for `?module`. */
import glue from '../wasm/built/rows-glue.js';
import { offer, ROWS } from '../wasm/instance.ts';
import module from './auth_object_rows.wasm?module';

// The glue takes instances of this realm's class only; Next.js compiles the module in another realm.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), ROWS);

export * from './public-rows.ts';
