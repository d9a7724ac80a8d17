/** For Workers, with files of rows, which forbid compiling from bytes: the runtime gives the compiled module. */
import glue from 'auth-object:glue/rows';
import { offer, ROWS } from '../engine.js';
import module from './auth_object_rows.wasm';

offer(glue, () => module, ROWS);

export * from '../api-rows.js';
