/** Parses JSON without losing digits. */

/** Strings, which may contain digits, and numbers. */
const TOKENS = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g;

/** @throws SyntaxError if the text is not JSON; RangeError if a number would lose digits. */
export function parseExactly(text: string): unknown {
  const data: unknown = JSON.parse(text);
  for (const [token] of text.matchAll(TOKENS)) {
    if (!token.startsWith('"') && !isExact(token))
      throw new RangeError('The JSON has a number that would lose digits.');
  }
  return data;
}

/** Whether a JavaScript number has the same value. It keeps 15 digits of any number in its range. */
function isExact(token: string): boolean {
  const MOST_DIGITS = 15;
  const digits = token.replace(/e.*/i, '').replace(/\D/g, '').replace(/^0+/, '');
  return Number.isFinite(Number(token)) && (digits.length <= MOST_DIGITS || String(Number(token)) === token);
}
