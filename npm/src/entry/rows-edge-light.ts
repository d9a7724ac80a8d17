/** For Vercel's and Next.js's edge runtime, with files of rows: its bundlers give a compiled module for `?module`. */
import glue from 'auth-object:glue/rows';
import { offer, ROWS } from '../engine.js';
import module from './auth_object_rows.wasm?module';

// The glue takes instances of this realm's class only; Next.js compiles the module in another realm.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), ROWS);

export * from '../api-rows.js';
