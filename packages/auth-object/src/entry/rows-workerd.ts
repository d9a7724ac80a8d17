/** For Workers, with files of rows, which forbid compiling from bytes: the runtime gives the compiled module. */
import glue from '../wasm/built/rows-glue.js';
import { offer, ROWS } from '../wasm/instance.ts';
import module from './auth_object_rows.wasm';

offer(glue, () => module, ROWS);

export * from './public-rows.ts';
