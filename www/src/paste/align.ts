/** Finds the characters of a value in a source that quotes or escapes them. */

/** Characters that a shell or a string literal adds to a value. */
const ADDED = new Set(['\\', '^', "'", '"', '$', '`', '\n', '\r', ' ']);
/** Characters that a backslash escapes. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
/** The maximum number of added characters between two of the value. */
const LONGEST_GAP = 8;
/** Ends a search in a source that is made to match almost everywhere: its time would grow with the square of its length. */
const MAX_COMPARISONS = 2_000_000;

/** @returns For each character of `value`, its offset in `source`; `undefined` if the value is not there. */
export function align(source: string, value: string): Uint32Array | undefined {
  const first = value[0];
  if (first === undefined) return undefined;
  const start = source.indexOf(value);
  if (start >= 0) return Uint32Array.from({ length: value.length }, (_, index) => start + index);
  const offsets = new Uint32Array(value.length);
  let left = MAX_COMPARISONS;
  for (let from = source.indexOf(first); from >= 0 && left > 0; from = source.indexOf(first, from + 1)) {
    // In single quotes a backslash is a character of the value; in other quotes it escapes the next one.
    for (const isLiteral of [true, false]) {
      const aligned = alignAt(source, value, from, isLiteral, offsets);
      if (aligned === value.length) return offsets;
      left -= aligned + 1;
    }
  }
  return undefined;
}

/** Writes the offsets of the characters that are there. @returns How many there are, from the first one. */
function alignAt(source: string, value: string, from: number, isLiteral: boolean, offsets: Uint32Array): number {
  let at = from;
  for (let index = 0; index < value.length; index++) {
    const character = value[index] as string;
    let gap = 0;
    while (!isAt(source, at, character, isLiteral)) {
      if (at >= source.length || gap >= LONGEST_GAP || !ADDED.has(source[at] as string)) return index;
      at += 1;
      gap += 1;
    }
    offsets[index] = at;
    at += source[at] === character && !(character === '\\' && !isLiteral) ? 1 : 2;
  }
  return value.length;
}

function isAt(source: string, at: number, character: string, isLiteral: boolean): boolean {
  if (isLiteral) return source[at] === character;
  if (source[at] !== '\\') return source[at] === character && character !== '\\';
  const next = source[at + 1] ?? '';
  return ESCAPED[next] === character || (character === '\\' && next === '\\');
}
