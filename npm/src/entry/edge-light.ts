/** The entry for Vercel's and Next.js's edge runtime, whose bundlers want `?module` for a compiled module. */

import { imports } from 'auth-object:glue';
import { setModule } from '../engine.js';
import module from './auth_object.wasm?module';

setModule(() => module, imports);

export * from '../api.js';
