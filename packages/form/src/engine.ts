/**
 * Everything the form needs of `auth-object`. The library and its wasm load at the first call of `loadEngine`, not
 * with the page.
 */
import type { AppFacts } from './facts.js';
import type { Locale } from './words/index.js';

/** A failure: the endpoint would reject the request. */
export interface EngineIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  /** The endpoint's words. */
  readonly message: string;
  readonly help: string;
  readonly reason: string;
  readonly certainty: 'certain' | 'likely';
}

/** A warning. */
export interface EngineHint {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly help: string;
  readonly fix?: readonly unknown[];
}

export interface Findings {
  readonly issues: readonly EngineIssue[];
  readonly hints: readonly EngineHint[];
}

/** A live auth structure, as the service's `auth-structure` route answers it. */
export type AuthStructure = Readonly<
  Record<string, Readonly<Record<string, string | { readonly type: string; readonly required?: boolean }>>>
>;

export interface Engine {
  check(slug: string, authObject: Readonly<Record<string, unknown>>): Findings;
  /** The auth_object with the fix of a hint made. */
  repair(slug: string, authObject: Readonly<Record<string, unknown>>, hint: EngineHint): Record<string, unknown>;
  /** The facts of an app as the catalogue has them; `undefined` if it lacks the app. */
  facts(slug: string): AppFacts | undefined;
  register(structures: Readonly<Record<string, AuthStructure>>): void;
  describe(finding: EngineIssue | EngineHint, locale: Locale): string;
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
