import type { HintCode } from '../generated/codes.ts';
import type { Hint } from '../verdict/hint.ts';
import type { Issue } from '../verdict/issue.ts';
import type { ReasonName } from '../verdict/reason.ts';
/** The languages that `describe` speaks. */
export type Locale = 'en' | 'de';
/**
 * How each issue and each hint is put into words: one function for each reason and for each code of a hint.
 *
 * @example
 * ```ts
 * const words: Partial<Words> = { missing: ({ label }) => `${label} is needed.` };
 * ```
 */
export type Words = {
    readonly [R in ReasonName]: (issue: Extract<Issue, {
        readonly reason: R;
    }>) => string;
} & {
    readonly [C in HintCode]: (hint: Hint) => string;
};
/** The options of `describe`. */
export interface DescribeOptions {
    /** @defaultValue `"en"` */
    readonly locale?: Locale | undefined;
    /** Words of your own. They come before those of the locale. */
    readonly words?: Partial<Words> | undefined;
}
