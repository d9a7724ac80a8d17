/** For Node, browsers, Bun and Deno. The script contains the module; the first call compiles it. */
import glue from '../wasm/built/base-glue.js';
import text from '../wasm/built/base-text.js';
import { compileInlined } from '../wasm/compile-inlined.ts';
import { BASE, offer } from '../wasm/instance.ts';

offer(glue, () => compileInlined(text), BASE);

export * from './public.ts';
