/** For Workers, which forbid compiling bytes. The runtime compiles the import. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';
import module from './auth_object.wasm';

offer(glue, () => module, BASE);

export * from './public.ts';
