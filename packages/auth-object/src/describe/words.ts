/** The types of `describe`. */

import type { HintCode } from '../generated/codes.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Issue } from '../verdict/issue.ts';
import type { ReasonName } from '../verdict/reason.ts';

/** The languages of `describe`. */
export type Locale = 'en' | 'de';

/**
 * The texts of issues and hints: one function for each reason of an issue and each code of a hint.
 *
 * @example
 * ```ts
 * const words: Partial<Words> = { missing: ({ label }) => `${label} is needed.` };
 * ```
 */
export type Words = {
  readonly [R in ReasonName]: (issue: Extract<Issue, { readonly reason: R }>) => string;
} & {
  readonly [C in HintCode]: (hint: Hint) => string;
};

/** The options of `describe`. */
export interface DescribeOptions {
  /** @defaultValue `"en"` */
  readonly locale?: Locale | undefined;
  /** Your own texts. They win over those of the locale. */
  readonly words?: Partial<Words> | undefined;
}
