/**
 * Everything the form needs of `auth-object`. The library and its wasm load at the first call of `loadEngine`, not
 * with the page.
 */
import type { AuthStructure, Words as FindingWords, Hint, Issue } from 'auth-object';
import type { AppFacts } from './facts.js';
import type { Locale } from './words/index.js';

export type { AuthStructure, FindingWords, Hint, Issue };

export interface Engine {
  /** What is wrong with a typed auth_object. */
  check(
    slug: string,
    authObject: Readonly<Record<string, unknown>>,
  ): { readonly issues: readonly Issue[]; readonly hints: readonly Hint[] };
  /** The auth_object with the fix of a hint made. */
  repair(slug: string, authObject: Readonly<Record<string, unknown>>, hint: Hint): Record<string, unknown>;
  /** The facts of an app as the catalogue has them; `undefined` if it lacks the app. */
  facts(slug: string): AppFacts | undefined;
  /** Makes the live auth structure of an app known to the library. */
  register(slug: string, structure: AuthStructure): void;
  inWords(finding: Issue | Hint, locale: Locale, words: Partial<FindingWords>): string;
}

let loading: Promise<Engine> | undefined;

/** Loads the library once; after a failure the next call tries again. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./library.js').then(
    ({ engine }) => engine,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
