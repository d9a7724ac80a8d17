/** Parts of the instance that only some functions need (scripts/split-wasm.mjs): each starts when one is called. */

import { running } from '../engine.js';
import { compileInlined } from '../inlined.js';

/**
 * The exports of a later part, started in the memory of the first.
 *
 * @param text - The part as printable ASCII.
 */
export function startPart<T>(text: string, imports: WebAssembly.Imports = {}): T {
  const first = running();
  // A wasm that the caller or the runtime brought is whole.
  if (first.stack === undefined) return first as T;
  const all = { ...imports, first: first as unknown as WebAssembly.ModuleImports };
  return new WebAssembly.Instance(compileInlined(text), all).exports as T;
}
