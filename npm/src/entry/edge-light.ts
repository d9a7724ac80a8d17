/** For Vercel's and Next.js's edge runtime: its bundlers give a compiled module for `?module`. */
import glue from 'auth-object:glue/base';
import { BASE, offer } from '../engine.js';
import module from './auth_object.wasm?module';

// The glue takes instances of this realm's class only; Next.js compiles the module in another realm.
offer(glue, () => Object.setPrototypeOf(module, WebAssembly.Module.prototype), BASE);

export * from '../api.js';
