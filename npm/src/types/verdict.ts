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
export type Path = [string | number, ...(string | number)[]];

/** A failure: one rule, one place. It never holds a value. */
export interface Issue {
  /** The rule that failed. */
  code: RuleCode;
  /** Where. */
  path: Path;
  /** The endpoint's text for this failure alone. */
  message: string;
  /** What is wrong here, and what to do. */
  help?: string;
  /** A name of the catalogue that was probably meant. */
  suggestion?: string;
  /** Whether the message is documented, is documented for a sibling endpoint, or is ours. */
  basis: 'documented' | 'sibling' | 'inferred';
}

/** One step of a fix: RFC 6902 on the JSON body, but a `replace` names the edit instead of the new value. */
export type FixOperation =
  | { op: 'move'; from: string; path: string }
  | { op: 'remove'; path: string }
  | { op: 'replace'; path: string; edit: Edit };

/** A warning; it never changes the answer, and never holds a value. */
export interface Hint {
  /** What was noticed. */
  code: HintCode;
  /** Where. */
  path: Path;
  /** What was noticed, and what to do. */
  help: string;
  /** A change that is safe to make; hand the hint to `repair` to make it. */
  fix?: FixOperation[];
}

/** The endpoint would take the request. */
export interface AcceptedVerdict {
  ok: true;
  /** The app. */
  slug: string;
  /** What the auth_object was read as; absent only with `trust: "documented"` and an app that the catalogue lacks. */
  authType?: string;
  shape: Shape;
  /** Where the schema comes from; absent where `authType` is. */
  basis?: Basis;
  response: AcceptedResponse;
  hints: Hint[];
  unchecked: UncheckedCode[];
}

/** The endpoint would refuse the request. */
export interface RefusedVerdict {
  ok: false;
  /** `likely` where every failure rests on a guessed schema, or on an app that the catalogue lacks. */
  certainty: 'certain' | 'likely';
  slug?: string;
  authType?: string;
  shape?: Shape;
  basis?: Basis;
  response: RefusedResponse;
  /** Every failure, in the endpoint's order (of unknown keys, the first thousand); `response` answers the first. */
  issues: [Issue, ...Issue[]];
  hints: Hint[];
  unchecked: UncheckedCode[];
}

/** What the endpoint would answer, and why. A fresh plain object each time: change it as you like. */
export type Verdict = AcceptedVerdict | RefusedVerdict;
