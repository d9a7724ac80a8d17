/** The entry for Node, browsers, Bun and Deno: the wasm stands in the file, and is compiled at the first call. */
import text from 'auth-object:wasm/first';
import { compileAscii } from '../ascii.js';
import { setModule } from '../engine.js';

setModule(() => compileAscii(text));

export * from '../api.js';
