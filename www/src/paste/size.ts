/** How large a request may be in the editor. Rows have no such limit: a worker reads them. */

/** In UTF-16 code units, like the length of a string; of a file, in bytes. A request with a private key has some thousands. */
export const LONGEST_REQUEST = 262_144;
/** In brackets. An auth_object has three levels. The readers call themselves for each level. */
export const MAX_NESTING = 200;

/** A string of JSON, also one without its end; or a bracket. */
const STRING_OR_BRACKET = /"[^"\\\n\r]*(?:\\[\s\S][^"\\\n\r]*)*"?|[[\](){}]/g;

/** Counts the brackets that are not in strings of JSON. There, a closing one could hide an opening one. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(STRING_OR_BRACKET)) {
    if (token.startsWith('"')) continue;
    depth = '[({'.includes(token) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
