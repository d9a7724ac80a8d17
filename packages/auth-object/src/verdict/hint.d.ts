import type { Edit, HintCode, HintVariant } from '../generated/codes.ts';
import type { Issue, Path } from './issue.ts';
/** One step of a fix: RFC 6902 on the JSON body, but a `replace` names the edit instead of the new value. */
export type FixOperation = {
    readonly op: 'move';
    readonly from: string;
    readonly path: string;
} | {
    readonly op: 'remove';
    readonly path: string;
} | {
    readonly op: 'replace';
    readonly path: string;
    readonly edit: Edit;
};
/** A warning. It never changes the answer, and never holds a value. A place has at most one hint. */
export interface Hint {
    /** What was noticed. */
    readonly code: HintCode;
    /** Which text says so, if the code has several. */
    readonly variant?: HintVariant;
    /** The place. */
    readonly path: Path;
    /** What was noticed and what to do, in English. For other languages see `describe`. */
    readonly help: string;
    /** The edits that the value needs, in order; all are safe to make. Pass the hint to `repair` to make them. */
    readonly fix?: readonly FixOperation[];
    /** The name of the catalogue that was probably meant. */
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
    /** Of `unsure`: the likely issue that the hint replaces. */
    readonly issue?: Issue;
}
