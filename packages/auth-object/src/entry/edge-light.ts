/** For the edge runtime of Vercel and Next.js, whose bundlers compile an import with `?module`. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';
import module from './auth_object.wasm?module';

// The glue accepts only modules of this realm, but Next.js compiles them in another one.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), BASE);

export * from './public.ts';
