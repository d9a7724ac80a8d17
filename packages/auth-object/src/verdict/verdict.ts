import type { Basis } from '../catalog/app.ts';
import type { Shape } from '../check/options.ts';
import type { Hint } from './hint.ts';
import type { Issue } from './issue.ts';
import type { AcceptedResponse, RejectedResponse } from './response.ts';

/** The rules that only the service can check, unless the context has the information. */
export type UncheckedCode = 'invalid_credentials' | 'linked_account_not_found' | 'verification_failed';

/** The endpoint would accept the request. */
export interface AcceptedVerdict {
  readonly ok: true;
  /** The app. */
  readonly slug: string;
  /** The auth type that the auth_object was read as. Absent only for an unknown app with `trust: "documented"`. */
  readonly authType?: string;
  readonly shape: Shape;
  /** How sure the schema is. Absent if `authType` is. */
  readonly basis?: Basis;
  readonly response: AcceptedResponse;
  readonly hints: readonly Hint[];
  readonly unchecked: readonly UncheckedCode[];
}

/** The endpoint would reject the request. */
export interface RejectedVerdict {
  readonly ok: false;
  /** `likely` if every failure depends on an unconfirmed schema or on an app that is not in the catalogue. */
  readonly certainty: 'certain' | 'likely';
  readonly slug?: string;
  readonly authType?: string;
  readonly shape?: Shape;
  readonly basis?: Basis;
  readonly response: RejectedResponse;
  /** All failures, in the order of the endpoint's rules (at most a thousand unknown keys). `response` is about the first. */
  readonly issues: readonly [Issue, ...Issue[]];
  readonly hints: readonly Hint[];
  readonly unchecked: readonly UncheckedCode[];
}

/**
 * What the endpoint would answer, and why. Each call returns a new object, which you may change.
 *
 * @example
 * ```ts
 * if (verdict.ok) console.log(verdict.authType, verdict.hints.length);
 * else console.log(verdict.response.status, verdict.certainty, verdict.issues[0].help);
 * ```
 */
export type Verdict = AcceptedVerdict | RejectedVerdict;
