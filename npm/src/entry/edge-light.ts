/** The entry for Vercel's and Next.js's edge runtime, whose bundlers want `?module` for a compiled module. */

import { setModule } from '../engine.js';
import module from './auth_object.wasm?module';

setModule(() => module);

export * from '../api.js';
