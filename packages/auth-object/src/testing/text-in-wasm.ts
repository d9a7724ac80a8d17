/** Searches the memory of the WebAssembly instance for text that calls left in it. Import it before the library. */
import type { Untyped } from './untyped.ts';

/** In characters: what is shorter may be there by chance. */
const LENGTH = 8;

/** Every instance that the library makes. The last one is its own; an earlier one reads the inlined module. */
const instances: Untyped[] = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args: Untyped[]) {
    super(...(args as [WebAssembly.Module]));
    instances.push(this);
  }
};

/** The exports of the instance that is running. */
export function exportsOfInstance(): Untyped {
  return instances.at(-1).exports;
}

/** The memory of the instance that is running, at this time. */
export function snapshot(): Uint8Array {
  return new Uint8Array(exportsOfInstance().memory.buffer).slice();
}

/** The pieces of the texts, in UTF-8 or UTF-16, that the memory has and did not have before. */
export function piecesIn(texts: Iterable<string>, before: Uint8Array): string[] {
  const fresh = freshText(before);
  const found = new Set<string>();
  for (const text of texts) {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const all = Buffer.from(text, encoding).toString('latin1');
      for (let at = 0; at + LENGTH <= all.length; at++) {
        const piece = all.slice(at, at + LENGTH);
        if (fresh.has(piece) && !piece.includes('\0\0')) found.add(piece);
      }
    }
  }
  return [...found];
}

/** Every piece of the memory that has changed, other than zeros. */
function freshText(before: Uint8Array): Set<string> {
  const { buffer } = exportsOfInstance().memory;
  const words = new Uint32Array(buffer);
  const old = new Uint32Array(before.buffer);
  const memory = Buffer.from(buffer);
  const pieces = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    if (words[index] === (old[index] ?? 0)) continue;
    // Pieces that begin or end in this word.
    const start = Math.max(0, 4 * index - LENGTH + 1);
    const text = memory.toString('latin1', start, 4 * index + 4 + LENGTH - 1);
    for (let at = 0; at + LENGTH <= text.length; at++) pieces.add(text.slice(at, at + LENGTH));
  }
  return pieces;
}
