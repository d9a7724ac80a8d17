import type { Edit, HintCode, RuleCode } from '../generated/codes.js';
import type { Shape } from './context.js';
import type { AcceptedResponse, RefusedResponse } from './response.js';

/** The rules that only the service can decide, unless the context tells what it knows. */
export type UncheckedCode = 'invalid_credentials' | 'linked_account_not_found' | 'verification_failed';

/**
 * Where the key names of a schema come from: `documented` by the platform, `labelled` (the platform documents
 * the label, the key is read off it), `peer` (another public catalogue or the vendor), `live` (registered from
 * the service's own auth structure).
 */
export type Basis = 'documented' | 'labelled' | 'peer' | 'live';

/** A place in a request: `["headers", name]`, `["body"]`, or the keys from the body on. */
export type Path = readonly [string | number, ...(string | number)[]];

/** A failure: one rule, one place. It never holds a value. */
export interface Issue {
  /** The rule that failed. */
  readonly code: RuleCode;
  /** Where. */
  readonly path: Path;
  /** The endpoint's text for this failure alone. */
  readonly message: string;
  /** What is wrong here, and what to do. */
  readonly help?: string;
  /** A name of the catalogue that was probably meant. */
  readonly suggestion?: string;
  /** Whether the message is documented, is documented for a sibling endpoint, or is ours. */
  readonly basis: 'documented' | 'sibling' | 'inferred';
}

/** One step of a fix: RFC 6902 on the JSON body, but a `replace` names the edit instead of the new value. */
export type FixOperation =
  | { readonly op: 'move'; readonly from: string; readonly path: string }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'replace'; readonly path: string; readonly edit: Edit };

/** A warning; it never changes the answer, and never holds a value. */
export interface Hint {
  /** What was noticed. */
  readonly code: HintCode;
  /** Where. */
  readonly path: Path;
  /** What was noticed, and what to do. */
  readonly help: string;
  /** A change that is safe to make; hand the hint to `repair` to make it. */
  readonly fix?: readonly FixOperation[];
}

/** The endpoint would take the request. */
export interface AcceptedVerdict {
  readonly ok: true;
  /** The app. */
  readonly slug: string;
  /** What the auth_object was read as; absent only with `trust: "documented"` and an app that the catalogue lacks. */
  readonly authType?: string;
  readonly shape: Shape;
  /** Where the schema comes from; absent where `authType` is. */
  readonly basis?: Basis;
  readonly response: AcceptedResponse;
  readonly hints: readonly Hint[];
  readonly unchecked: readonly UncheckedCode[];
}

/** The endpoint would refuse the request. */
export interface RefusedVerdict {
  readonly ok: false;
  /** `likely` where every failure rests on a guessed schema, or on an app that the catalogue lacks. */
  readonly certainty: 'certain' | 'likely';
  readonly slug?: string;
  readonly authType?: string;
  readonly shape?: Shape;
  readonly basis?: Basis;
  readonly response: RefusedResponse;
  /** Every failure, in the endpoint's order (of unknown keys, the first thousand); `response` answers the first. */
  readonly issues: readonly [Issue, ...Issue[]];
  readonly hints: readonly Hint[];
  readonly unchecked: readonly UncheckedCode[];
}

/**
 * What the endpoint would answer, and why. A plain object that may be shared with other calls, and what is shared is
 * frozen: copy it (`structuredClone`) to change it.
 */
export type Verdict = AcceptedVerdict | RefusedVerdict;
