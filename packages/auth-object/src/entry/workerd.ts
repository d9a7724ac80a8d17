/** For Workers, which forbid compiling from bytes: the runtime gives the compiled module. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';
import module from './auth_object.wasm';

offer(glue, () => module, BASE);

export * from './public.ts';
