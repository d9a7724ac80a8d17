/** The entry for Node, browsers, Bun and Deno: the wasm stands in the file, and is compiled at the first call. */
import text from 'auth-object:wasm/first';
import { setModule } from '../engine.js';
import { compileInlined } from '../inlined.js';

setModule(() => compileInlined(text));

export * from '../api.js';
