/** For Node, browsers, Bun and Deno: the wasm is in the script, and the first call compiles it. */
import glue from 'auth-object:glue/base';
import text from 'auth-object:wasm/base';
import { BASE, offer } from '../engine.js';
import { compileInlined } from '../inlined.js';

offer(glue, () => compileInlined(text), BASE);

export * from '../api.js';
