/** For Node, browsers, Bun and Deno, with files of rows. The script contains the module; the first call compiles it. */
import glue from '../wasm/built/rows-glue.js';
import text from '../wasm/built/rows-text.js';
import { compileInlined } from '../wasm/compile-inlined.ts';
import { offer, ROWS } from '../wasm/instance.ts';

offer(glue, () => compileInlined(text), ROWS);

export * from './public-rows.ts';
