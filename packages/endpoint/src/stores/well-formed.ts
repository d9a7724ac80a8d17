/** Half a surrogate pair is not a character: in UTF-8, as in a file or a header, it becomes U+FFFD like all others. */

import type { StoredIntegration } from './store.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a string is the same after it was written as UTF-8. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** The string as UTF-8 has it. */
export function toWellFormed(text: string): string {
  return isWellFormed(text)
    ? text
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** The texts of an integration that requests can choose. */
export function textsOf({ slug, authType, values }: StoredIntegration): (string | null)[] {
  return [slug, authType, ...values.map(({ field }) => field)];
}

/**
 * For a store: the same texts are rejected wherever the state is kept.
 *
 * @throws TypeError for half a surrogate pair.
 */
export function checkWellFormed(...texts: readonly (string | null | undefined)[]): void {
  if (texts.every((text) => text === null || text === undefined || isWellFormed(text))) return;
  throw new TypeError('A store keeps well-formed strings only, without half a surrogate pair.');
}
