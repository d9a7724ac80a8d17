/** For Vercel's and Next.js's edge runtime: its bundlers give a compiled module for `?module`. */
import glue from 'auth-object:glue/base';
import { BASE, offer } from '../engine.js';
import module from './auth_object.wasm?module';

offer(glue, () => module, BASE);

export * from '../api.js';
