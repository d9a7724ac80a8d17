/** For Node, browsers, Bun and Deno, with files of rows: the wasm is in the script, and the first call compiles it. */
import glue from 'auth-object:glue/rows';
import text from 'auth-object:wasm/rows';
import { offer, ROWS } from '../engine.js';
import { compileInlined } from '../inlined.js';

offer(glue, () => compileInlined(text), ROWS);

export * from '../api-rows.js';
