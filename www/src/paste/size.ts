/** How large a request may be in the editor. Rows have no such limit: a worker reads them. */

/** In UTF-16 code units, like the length of a string. A request with a private key has some thousands. */
export const LONGEST_REQUEST = 262_144;
/** In brackets. An auth_object has three levels. The readers call themselves for each level. */
export const MAX_NESTING = 200;

/** Counts all brackets, also those in strings: a request has few of them there. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth += '[({'.includes(bracket) ? 1 : -1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
