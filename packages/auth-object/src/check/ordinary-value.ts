/** Ordinary values, such as long random tokens: no hint can apply to them. */

import type { Ordinary } from '../wasm/glue.ts';

/** Text that an ordinary value does not start or end with. */
interface Word {
  readonly text: string;
  readonly ignoresCase: boolean;
}

/** What ordinary values do not start or end with. */
export interface Edges {
  /** By the code of their first character. */
  readonly starts: readonly (readonly Word[] | undefined)[];
  /** By the code of their last character. */
  readonly ends: readonly (readonly Word[] | undefined)[];
}

/** A shorter value may be a placeholder. */
const LEAST_ORDINARY = 16;
const [OTHER, LETTER, DIGIT, SIGN, ID_SIGN] = [0, 1, 2, 4, 8];
/** The kind of each ASCII character. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[A-Za-z]/.test(character)) return LETTER;
  return /[._-]/.test(character) ? SIGN : /[:@]/.test(character) ? ID_SIGN : OTHER;
});

/** Makes the tables of what the instance lists. */
export function edgesOf({ prefixes, starts, ends }: Ordinary): Edges {
  const caseless = (texts: readonly string[]) => texts.map((text): Word => ({ text, ignoresCase: true }));
  const prefixWords = prefixes.map((text): Word => ({ text, ignoresCase: false }));
  return { starts: byCode([...prefixWords, ...caseless(starts)], 0), ends: byCode(caseless(ends), -1) };
}

/** Words by the code of their first (0) or last (-1) character, in both cases. */
function byCode(words: readonly Word[], place: number): (Word[] | undefined)[] {
  const all: Word[][] = Array.from({ length: 128 }, () => []);
  for (const word of words) {
    const character = word.text.at(place) ?? '';
    const both = new Set(word.ignoresCase ? [character, character.toUpperCase()] : [character]);
    for (const one of both) all[one.charCodeAt(0)]?.push(word);
  }
  return all.map((list) => (list.length === 0 ? undefined : list));
}

/** Whether a value is ordinary, so that no hint can apply. src/hints/support/prefilter.rs has the definition. */
export function isOrdinary(value: string, { starts, ends }: Edges): boolean {
  const { length } = value;
  if (length < LEAST_ORDINARY) return false;
  let kinds = 0;
  for (let index = 0; index < length; index++) {
    const kind = KINDS[value.charCodeAt(index)];
    if (kind === undefined || kind === OTHER || kind === ID_SIGN) return false;
    kinds |= kind;
  }
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(length - 1);
  if ((kinds & DIGIT) === 0 || KINDS[first] === SIGN || KINDS[last] === SIGN) return false;
  return !hasOne(starts[first], value, 0) && !hasOne(ends[last], value, length);
}

/** Whether an account ID is ordinary, so that no hint can apply. src/hints/support/prefilter.rs has the definition. */
export function isOrdinaryId(id: string, { starts, ends }: Edges): boolean {
  const { length } = id;
  let kinds = 0;
  for (let index = 0; index < length; index++) {
    const kind = KINDS[id.charCodeAt(index)];
    if (kind === undefined || kind === OTHER) return false;
    kinds |= kind;
  }
  const first = id.charCodeAt(0);
  const firstKind = KINDS[first];
  if ((kinds & DIGIT) === 0 || (firstKind !== LETTER && firstKind !== DIGIT)) return false;
  return !hasOne(starts[first], id, 0) && !hasOne(ends[id.charCodeAt(length - 1)], id, length);
}

/** Whether the value starts with one of the words (`place` 0) or ends with one (`place` its length). */
function hasOne(words: readonly Word[] | undefined, value: string, place: number): boolean {
  if (words !== undefined) {
    for (const word of words) if (isAt(word, value, place === 0 ? 0 : place - word.text.length)) return true;
  }
  return false;
}

function isAt({ text, ignoresCase }: Word, value: string, at: number): boolean {
  if (!ignoresCase) return value.startsWith(text, at);
  return at >= 0 && value.slice(at, at + text.length).toLowerCase() === text;
}
