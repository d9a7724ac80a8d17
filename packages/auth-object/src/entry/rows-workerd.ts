/** For Workers, which forbid compiling bytes, with files of rows. The runtime compiles the import. */
import glue from '../wasm/built/rows-glue.js';
import { offer, ROWS } from '../wasm/instance.ts';
import module from './auth_object_rows.wasm';

offer(glue, () => module, ROWS);

export * from './public-rows.ts';
