/** The entry for Workers, which forbid compiling from bytes: the runtime hands over the compiled module. */

import { imports } from 'auth-object:glue';
import { setModule } from '../engine.js';
import module from './auth_object.wasm';

setModule(() => module, imports);

export * from '../api.js';
