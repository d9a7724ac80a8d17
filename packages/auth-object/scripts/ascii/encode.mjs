// Encodes bytes as printable ASCII; decode.wat decodes them.
//
// Each byte is one character, or an escape character and one more. The text stays aligned with the bytes, so Brotli finds
// the same repeats: it compresses to 2 % more than the bytes themselves; base64 compresses to 30 % more, hex to 9 % more.

/**
 * The characters of the text: printable ASCII without quotes, backslash, `$`, `<` and `&`, so it means the same in every
 * JavaScript string, template literal, HTML page and character set.
 */
export const ALPHABET = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .filter((character) => !'"\'`\\$<&'.includes(character))
  .join('');
/** How many characters encode a byte alone; the last two of the alphabet, `}` and `~`, are escape characters. */
export const SINGLES = ALPHABET.length - 2;

/**
 * The text has a head and a body. The head lists the bytes that one character encodes, in the order of the alphabet; each
 * is two characters, and the low four bits of each character are half of the byte. All other bytes are escaped, in
 * ascending order: the first ones as `}` and a character of the alphabet, the rest as `~` and one.
 *
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function encodeAscii(bytes) {
  const count = new Uint32Array(256);
  for (const byte of bytes) count[byte]++;
  const byCount = Array.from(count.keys()).sort((a, b) => count[b] - count[a] || a - b);
  const singles = assign(byCount.slice(0, SINGLES));
  const escaped = byCount.slice(SINGLES).sort((a, b) => a - b);
  const encoded = new Map();
  for (const [index, byte] of singles.entries()) encoded.set(byte, ALPHABET[index]);
  for (const [index, byte] of escaped.entries()) {
    const start = ALPHABET[SINGLES + Math.floor(index / ALPHABET.length)];
    encoded.set(byte, start + ALPHABET[index % ALPHABET.length]);
  }
  const head = singles.map((byte) => String.fromCharCode(64 + (byte >> 4), 64 + (byte & 15))).join('');
  return head + Array.from(bytes, (byte) => encoded.get(byte)).join('');
}

/**
 * Gives each byte a character. A letter, `_` and the space keep it, so words in the bytes stay words. All other bytes get
 * the free characters in ascending order; with Brotli that is 0.5 % smaller than if punctuation and digits, which are mostly code,
 * kept theirs.
 */
function assign(bytes) {
  const isWord = (byte) => /[A-Za-z_ ]/.test(String.fromCharCode(byte));
  const assigned = new Array(SINGLES);
  for (const byte of bytes.filter(isWord)) assigned[ALPHABET.indexOf(String.fromCharCode(byte))] = byte;
  const others = bytes.filter((byte) => !isWord(byte)).sort((a, b) => b - a);
  for (let index = 0; index < SINGLES; index++) assigned[index] ??= others.pop();
  return assigned;
}
