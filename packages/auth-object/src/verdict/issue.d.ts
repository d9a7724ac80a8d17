import type { RuleCode } from '../generated/codes.ts';
import type { Reason } from './reason.ts';
/** A place in a request: `["headers", name]`, `["body"]`, or the keys from the body on. */
export type Path = readonly [string | number, ...(string | number)[]];
/** What every issue has, whatever its reason. */
export interface IssueBase {
    /** The rule that failed. */
    readonly code: RuleCode;
    /** The place. */
    readonly path: Path;
    /** The endpoint's text for this failure alone. */
    readonly message: string;
    /** What to do, in English, for the person at the form. For other languages see `describe`. */
    readonly help: string;
    /** Whether the message is documented, is documented for a sibling endpoint, or is ours. */
    readonly basis: 'documented' | 'sibling' | 'inferred';
    /** `likely` if this failure rests on an unconfirmed schema, or on an app that the catalogue lacks. */
    readonly certainty: 'certain' | 'likely';
}
/**
 * A failure: one rule, one place, one reason. It never holds a value.
 *
 * @example
 * ```ts
 * for (const issue of verdict.issues) {
 *   if (issue.reason === "unknown_field" && issue.suggestion) console.log(`${issue.key} → ${issue.suggestion}`);
 *   else console.log(issue.path.join("."), issue.help);
 * }
 * ```
 */
export type Issue = IssueBase & Reason;
