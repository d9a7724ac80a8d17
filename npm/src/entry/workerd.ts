/** For Workers, which forbid compiling from bytes: the runtime gives the compiled module. */
import glue from 'auth-object:glue/base';
import { BASE, offer } from '../engine.js';
import module from './auth_object.wasm';

offer(glue, () => module, BASE);

export * from '../api.js';
