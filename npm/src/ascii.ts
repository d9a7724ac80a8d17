/**
 * Reads the wasm from printable ASCII: a byte is one character, or an escape character and one more.
 * The writer is scripts/ascii.mjs, which says why.
 */
const NOT_IN_ALPHABET = '"\'`\\$<&';

/** The bytes that `encodeAscii` wrote. */
export function decodeAscii(text: string): Uint8Array<ArrayBuffer> {
  const alphabet: number[] = [];
  for (let code = 32; code < 127; code++) {
    if (!NOT_IN_ALPHABET.includes(String.fromCharCode(code))) alphabet.push(code);
  }
  const singles = alphabet.length - 2;
  // What a character stands for: alone, after the first escape character, after the second.
  const tables = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)] as const;
  const escaped = new Set(Array(256).keys());
  for (let place = 0; place < singles; place++) {
    const byte = Number.parseInt(text.slice(2 * place, 2 * place + 2), 16);
    tables[0][alphabet[place] ?? 0] = byte;
    escaped.delete(byte);
  }
  let place = 0;
  for (const byte of escaped) {
    const table = place < alphabet.length ? tables[1] : tables[2];
    table[alphabet[place++ % alphabet.length] ?? 0] = byte;
  }
  const firstEscape = alphabet[singles];
  const secondEscape = alphabet[singles + 1];
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 2 * singles; index < text.length; index++) {
    let table: Uint8Array = tables[0];
    const code = text.charCodeAt(index);
    if (code === firstEscape) table = tables[1];
    else if (code === secondEscape) table = tables[2];
    bytes[length++] = table[table === tables[0] ? code : text.charCodeAt(++index)] ?? 0;
  }
  return bytes.subarray(0, length);
}
