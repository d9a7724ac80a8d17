/** For Vercel's and Next.js's edge runtime: its bundlers give a compiled module for `?module`. */
import glue from '../wasm/built/base-glue.js';
import { BASE, offer } from '../wasm/instance.ts';
import module from './auth_object.wasm?module';

// The glue takes instances of this realm's class only; Next.js compiles the module in another realm.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), BASE);

export * from './public.ts';
