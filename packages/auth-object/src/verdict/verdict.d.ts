import type { Basis } from '../catalog/app.ts';
import type { Shape } from '../check/options.ts';
import type { Hint } from './hint.ts';
import type { Issue } from './issue.ts';
import type { AcceptedResponse, RejectedResponse } from './response.ts';
/** The rules that only the service can decide, unless the context tells what it knows. */
export type UncheckedCode = 'invalid_credentials' | 'linked_account_not_found' | 'verification_failed';
/** The endpoint would accept the request. */
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
/** The endpoint would reject the request. */
export interface RejectedVerdict {
    readonly ok: false;
    /** `likely` where every failure rests on a guessed schema, or on an app that the catalogue lacks. */
    readonly certainty: 'certain' | 'likely';
    readonly slug?: string;
    readonly authType?: string;
    readonly shape?: Shape;
    readonly basis?: Basis;
    readonly response: RejectedResponse;
    /** Every failure, in the endpoint's order (of unknown keys, the first thousand); `response` answers the first. */
    readonly issues: readonly [Issue, ...Issue[]];
    readonly hints: readonly Hint[];
    readonly unchecked: readonly UncheckedCode[];
}
/**
 * What the endpoint would answer, and why. A plain object of the caller's own: nothing in it is shared with other calls.
 */
export type Verdict = AcceptedVerdict | RejectedVerdict;
