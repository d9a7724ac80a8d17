/** Decodes the text that scripts/ascii/encode.mjs writes. */
import base64 from './built/decoder.js';

/** Where the text starts in the decoder's memory; decode.wat keeps its tables before it. */
const START = 768;

/**
 * Decodes a text of scripts/ascii/encode.mjs.
 *
 * @throws WebAssembly.CompileError if the page or the runtime forbids WebAssembly.
 */
export function decodeAscii(text: string): Uint8Array<ArrayBuffer> {
  const { memory, decode } = decoder();
  memory.grow(Math.ceil((START + text.length) / 65_536));
  const room = new Uint8Array(memory.buffer);
  const { written } = new TextEncoder().encodeInto(text, room.subarray(START));
  return room.subarray(START, decode(START, START + written, START));
}

interface Decoder {
  readonly memory: WebAssembly.Memory;
  decode(at: number, end: number, to: number): number;
}

/** Is WebAssembly, because JavaScript is slow at its first run: the same loop takes 4 ms more for 190 kB. */
function decoder(): Decoder {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Decoder;
}
