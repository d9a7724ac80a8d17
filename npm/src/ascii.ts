import base64 from 'auth-object:decoder';

/** Where the text starts in the decoder's memory; before it stands what scripts/ascii.wat keeps. */
const START = 768;

/**
 * The module that scripts/ascii.mjs wrote as printable ASCII.
 *
 * @throws TypeError where the page or the runtime forbids compiling.
 */
export function compileAscii(text: string): WebAssembly.Module {
  try {
    return new WebAssembly.Module(decodeAscii(text));
  } catch (cause) {
    throw new TypeError(
      "auth-object cannot compile its WebAssembly here: allow 'wasm-unsafe-eval' in the page's Content-Security-Policy script-src; on a runtime that forbids compiling, import \"auth-object/slim\" and hand init() a precompiled WebAssembly.Module.",
      { cause },
    );
  }
}

function decodeAscii(text: string): Uint8Array<ArrayBuffer> {
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

/** In wasm, as JavaScript that runs for the first time is interpreted. */
function decoder(): Decoder {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Decoder;
}
