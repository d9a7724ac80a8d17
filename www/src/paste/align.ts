/** Finds the characters of a value in a source that quotes or escapes them. */

/** Characters that a shell or a string literal adds to a value. */
const ADDED = new Set(['\\', '^', "'", '"', '$', '`', '\n', '\r', ' ']);
/** Characters that a backslash escapes. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
/** The maximum number of added characters between two of the value. */
const LONGEST_GAP = 8;

/** @returns For each character of `value`, its offset in `source`; `undefined` if the value is not there. */
export function align(source: string, value: string): Uint32Array | undefined {
  const first = value[0];
  if (first === undefined) return undefined;
  const start = source.indexOf(value);
  if (start >= 0) return Uint32Array.from({ length: value.length }, (_, index) => start + index);
  for (let from = source.indexOf(first); from >= 0; from = source.indexOf(first, from + 1)) {
    // In single quotes a backslash is a character of the value; in other quotes it escapes the next one.
    const offsets = alignAt(source, value, from, true) ?? alignAt(source, value, from, false);
    if (offsets !== undefined) return offsets;
  }
  return undefined;
}

function alignAt(source: string, value: string, from: number, isLiteral: boolean): Uint32Array | undefined {
  const offsets = new Uint32Array(value.length);
  let at = from;
  for (let index = 0; index < value.length; index++) {
    const character = value[index] as string;
    let gap = 0;
    while (!isAt(source, at, character, isLiteral)) {
      if (at >= source.length || gap >= LONGEST_GAP || !ADDED.has(source[at] as string)) return undefined;
      at += 1;
      gap += 1;
    }
    offsets[index] = at;
    at += source[at] === character && !(character === '\\' && !isLiteral) ? 1 : 2;
  }
  return offsets;
}

function isAt(source: string, at: number, character: string, isLiteral: boolean): boolean {
  if (isLiteral) return source[at] === character;
  if (source[at] !== '\\') return source[at] === character && character !== '\\';
  const next = source[at + 1] ?? '';
  return ESCAPED[next] === character || (character === '\\' && next === '\\');
}
