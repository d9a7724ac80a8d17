/** Texts under keys that are known: whether a hint hangs on their letters, the instance tells at a glance. */
import { running } from './engine.js';
import { type Facts, isMember, MEMBER, NAME, TEXT } from './facts.js';
import { ELSEWHERE, NEVER_PLAIN } from './flags.js';
import { putAlone, putValues } from './input.js';

/** What is known of the texts of a request before their letters are seen. */
export interface KnownTexts {
  /** The number of the app and auth type that the request is read as. */
  readonly key: number;
  /** What the instance says about each text by its key; ELSEWHERE where that is no field. */
  readonly about: readonly number[];
  /** The keys of those that are values of no field. */
  readonly keys: readonly string[];
}

/** What is known of the texts of facts; `undefined` where hints hang on more than the letters of texts. */
export function knownTexts({ tokens, count, names, textCount }: Facts, key: number): KnownTexts | undefined {
  if (key === NEVER_PLAIN && textCount > 0) return undefined;
  const about: number[] = [];
  const keys: string[] = [];
  let name = 0;
  for (let index = 0; index < count && textCount > 0; index++) {
    const token = tokens[index] as number;
    const own = isMember(token) ? (names[name++] as string) : 'auth_object';
    if (token === TEXT || token === MEMBER + TEXT) {
      const said = running().aboutText(putAlone(own), key);
      if (said === -1) return undefined;
      about.push(said);
      if (said === ELSEWHERE) keys.push(own);
    } else if (token === NAME || token === MEMBER + NAME) {
      // Blank, or the slug.
      if (isMember(token) && /[^\t-\r ]/.test(names[name] as string)) return undefined;
      name++;
    }
  }
  return { key, about, keys };
}

/** Whether no hint hangs on the letters of these texts; `false` says only that hints are to be looked for. */
export function arePlain({ texts }: Facts, known: KnownTexts): boolean {
  if (known.about.length === 0) return true;
  const length = putValues(texts, known.about, known.keys);
  return length !== undefined && running().arePlain(length, known.key) !== 0;
}
