// The entry without wasm has the same exports.
import type * as whole from 'auth-object';
import * as slim from 'auth-object/slim';
import type { Equal, True } from './equal.js';

export type Same = True<Equal<keyof typeof whole, keyof typeof slim>>;

export const start: (source: Uint8Array) => Promise<void> = slim.init;
