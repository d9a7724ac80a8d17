/**
 * The part of `auth-object` that the form uses. The library and its WebAssembly load at the first call of `loadEngine`,
 * not with the page.
 */
import type { AuthStructure, Words as FindingWords, Hint, Issue } from 'auth-object';
import type { AppFacts } from '../app/facts.ts';
import type { Locale } from '../words/locale.ts';

export type { AuthStructure, Hint, Issue };

export interface Engine {
  /** Checks a typed auth_object. */
  check(
    slug: string,
    authObject: Readonly<Record<string, unknown>>,
  ): { readonly issues: readonly Issue[]; readonly hints: readonly Hint[] };
  /** Applies the fix of a hint. @returns the new auth_object. */
  repair(slug: string, authObject: Readonly<Record<string, unknown>>, hint: Hint): Record<string, unknown>;
  /** The facts of an app, from the catalogue; `undefined` if the app is unknown. */
  facts(slug: string): AppFacts | undefined;
  /** The slug of an unknown app as it may be shown: cut and escaped; `[hidden]` if it looks like a secret. */
  nameOf(slug: string): string;
  /** Registers the live auth structure of an app. */
  register(slug: string, structure: AuthStructure): void;
  /** The text of an issue or a hint. */
  toText(finding: Issue | Hint, locale: Locale, words: Partial<FindingWords>): string;
}

let loading: Promise<Engine> | undefined;

/** Loads the library once. If loading failed, the next call tries again. */
export function loadEngine(): Promise<Engine> {
  loading ??= import('./library.ts').then(
    ({ engine }) => engine,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
