import type { RuleCode } from '../generated/codes.ts';
import type { Reason } from './reason.ts';

/** A place in a request: `["headers", name]`, `["body"]` or the keys below the body, such as `["auth_object", "oauth2"]`. */
export type Path = readonly [string | number, ...(string | number)[]];

/** The members that every issue has. */
export interface IssueBase {
  /** The rule that failed. */
  readonly code: RuleCode;
  /** The place in the request. */
  readonly path: Path;
  /** The message that the endpoint gives for this failure. */
  readonly message: string;
  /** What to do, in English, for the person who fills in the form. `describe` gives other languages. */
  readonly help: string;
  /** Where the message comes from: the endpoint's documentation, that of a `sibling` endpoint, or us (`inferred`). */
  readonly basis: 'documented' | 'sibling' | 'inferred';
  /** `likely` if the failure depends on an unconfirmed schema or on an app that is not in the catalogue. */
  readonly certainty: 'certain' | 'likely';
}

/**
 * A failed rule at one place, for one reason. It never contains a value. TypeScript narrows it by `reason`.
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
