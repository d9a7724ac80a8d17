/** For Vercel's and Next.js's edge runtime, with files of rows: its bundlers give a compiled module for `?module`. */
import glue from 'auth-object:glue/rows';
import { offer, ROWS } from '../engine.js';
import module from './auth_object_rows.wasm?module';

offer(glue, () => module, ROWS);

export * from '../api-rows.js';
