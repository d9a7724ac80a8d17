import base64 from 'auth-object:decoder';

/**
 * Reads the wasm from printable ASCII: a byte is one character, or an escape character and one more.
 * The writer is scripts/ascii.mjs, which says why.
 */
const NOT_IN_ALPHABET = '"\'`\\$<&';
/** The table has a page for characters alone, and one for those after each of the two escape characters. */
const PAGE = 128;

/** The bytes that `encodeAscii` wrote. */
export function decodeAscii(text: string): Uint8Array<ArrayBuffer> {
  const alphabet: number[] = [];
  for (let code = 32; code < 127; code++) {
    if (!NOT_IN_ALPHABET.includes(String.fromCharCode(code))) alphabet.push(code);
  }
  // The escape characters are the last of the alphabet, so every other one is less.
  const singles = alphabet.length - 2;
  const firstEscape = alphabet[singles] as number;
  const table = new Uint8Array(3 * PAGE);
  const escaped = new Set(Array(256).keys());
  for (let place = 0; place < singles; place++) {
    const byte = Number.parseInt(text.slice(2 * place, 2 * place + 2), 16);
    table[alphabet[place] as number] = byte;
    escaped.delete(byte);
  }
  let place = 0;
  for (const byte of escaped) {
    const page = place < alphabet.length ? PAGE : 2 * PAGE;
    table[page + (alphabet[place++ % alphabet.length] as number)] = byte;
  }
  const { memory, decode } = decoder();
  memory.grow(Math.ceil((table.length + text.length) / 65_536));
  const room = new Uint8Array(memory.buffer);
  room.set(table);
  const start = table.length;
  const { written } = new TextEncoder().encodeInto(text, room.subarray(start));
  const end = decode(start + 2 * singles, start + written, start, firstEscape);
  return room.subarray(start, end);
}

interface Decoder {
  readonly memory: WebAssembly.Memory;
  decode(at: number, end: number, to: number, firstEscape: number): number;
}

/** The loop is wasm too: scripts/ascii.wat says why. */
function decoder(): Decoder {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Decoder;
}
