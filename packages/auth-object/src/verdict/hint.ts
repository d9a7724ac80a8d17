import type { Edit, HintCode, HintVariant } from '../generated/codes.ts';
import type { Issue, Path } from './issue.ts';

/** A step of a fix: an operation of JSON Patch (RFC 6902) on the body. `replace` names an edit of the value, not the new value. */
export type FixOperation =
  | { readonly op: 'move'; readonly from: string; readonly path: string }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'replace'; readonly path: string; readonly edit: Edit };

/**
 * A warning. It never changes the response, and never contains a value. A place in the request has at most one hint.
 *
 * @example
 * ```ts
 * for (const { code, path, help } of verdict.hints) console.warn(code, path.join("."), help);
 * ```
 */
export interface Hint {
  /** The kind of hint. */
  readonly code: HintCode;
  /** Which of the texts of this code `help` is, if there are several. */
  readonly variant?: HintVariant;
  /** The place in the request. */
  readonly path: Path;
  /** What is wrong and what to do, in English. `describe` gives other languages. */
  readonly help: string;
  /** Safe changes that remove the cause, in order. `repair` makes them. */
  readonly fix?: readonly FixOperation[];
  /** The name in the catalogue that was probably meant. */
  readonly suggestion?: string;
  /** What the value looks like, or what the field usually holds: `["Stripe secret key"]`. */
  readonly means?: readonly string[];
  /** The field in which the value belongs. */
  readonly field?: string;
  /** The label of that field. */
  readonly label?: string;
  /** What follows the subdomain in the hosts of the app, such as `.myshopify.com`. */
  readonly suffix?: string;
  /** Why such a value never works here, in English. */
  readonly never?: string;
  /** For `unsure`: the issue that the hint replaces. */
  readonly issue?: Issue;
}
