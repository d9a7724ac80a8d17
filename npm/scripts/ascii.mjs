// Writes bytes as printable ASCII; scripts/ascii.wat reads them back.
//
// Every byte is one character, or an escape character and one more, so that the text stays byte-aligned and a server's
// brotli still finds the repeats: 2 % larger than the compressed wasm itself, where base64 is 40 % and hex 9 % larger.
// ALPHABET lacks quotes, backslash, `$`, `<` and `&`: the text survives every bundler, minifier, template and charset.

export const ALPHABET = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .filter((character) => !'"\'`\\$<&'.includes(character))
  .join('');
/** The last two characters escape; the others are a byte each. */
export const SINGLES = ALPHABET.length - 2;

/**
 * The text: the bytes that the first characters of the alphabet stand for, each as two characters whose last four bits
 * are its halves; then the content.
 */
export function encodeAscii(bytes) {
  const count = new Uint32Array(256);
  for (const byte of bytes) count[byte]++;
  const byCount = Array.from(count.keys()).sort((a, b) => count[b] - count[a] || a - b);
  const singles = assign(byCount.slice(0, SINGLES));
  const escaped = byCount.slice(SINGLES).sort((a, b) => a - b);
  const text = new Map();
  for (const [index, byte] of singles.entries()) text.set(byte, ALPHABET[index]);
  escaped.forEach((byte, index) => {
    text.set(byte, ALPHABET[SINGLES + Math.floor(index / ALPHABET.length)] + ALPHABET[index % ALPHABET.length]);
  });
  const head = singles.map((byte) => String.fromCharCode(64 + (byte >> 4), 64 + (byte & 15))).join('');
  return head + Array.from(bytes, (byte) => text.get(byte)).join('');
}

/** Each byte its place in the alphabet; one that is a character of the alphabet stands for itself, so that words stay words. */
function assign(bytes) {
  const places = new Array(SINGLES);
  const others = [];
  for (const byte of bytes) {
    const own = ALPHABET.indexOf(String.fromCharCode(byte));
    if (own >= 0 && own < SINGLES) places[own] = byte;
    else others.push(byte);
  }
  others.sort((a, b) => b - a);
  for (let place = 0; place < SINGLES; place++) places[place] ??= others.pop();
  return places;
}
