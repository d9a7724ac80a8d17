import type { Edit, HintCode, HintVariant, RuleCode } from '../generated/codes.ts';
import type { Shape } from './context.ts';
import type { AcceptedResponse, RejectedResponse } from './response.ts';
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
/** The kind of a JSON value. */
export type JsonKind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';
/** What is wrong with a text that is not valid JSON. */
export type JsonFault = 'empty' | 'byte_order_mark' | 'not_utf8' | 'unexpected_end' | 'expected_value' | 'expected_key' | 'expected_colon' | 'expected_comma_or_end' | 'trailing_comma' | 'number' | 'literal' | 'escape' | 'control_character' | 'after_end';
/** `x-api-key`, `linked_account_id`, `slug` or `auth_object` is missing, or a required field of the app. */
export interface MissingReason {
    readonly reason: 'missing';
    readonly field: string;
    /** The name of the field on a form, such as `Store Name`. */
    readonly label: string;
}
/** The app takes one of several sets of fields, and none of them is complete. */
export interface IncompleteSetReason {
    readonly reason: 'incomplete_set';
    /** The brand of the app, such as `HubSpot`. */
    readonly app: string;
    /** The sets, each with the names of its fields. */
    readonly sets: readonly (readonly string[])[];
    /** The set that lacks the fewest fields; the first of several. */
    readonly closest: readonly string[];
    /** The fields of `closest` that are missing. The path of the issue ends in the first. */
    readonly lacking: readonly string[];
    /** The label of every field of `sets`, by the name of the field. */
    readonly labels: Readonly<Record<string, string>>;
}
/** The app has no field of this name. */
export interface UnknownFieldReason {
    readonly reason: 'unknown_field';
    /** The brand of the app. */
    readonly app: string;
    readonly authType: string;
    /** The key as it may be shown: cut, escaped, and hidden if it looks like a secret. */
    readonly key: string;
    /** The fields that the app has. */
    readonly permitted: readonly string[];
    /** The field that was probably meant. */
    readonly suggestion?: string;
    /** The field is permitted only if the auth_object names its auth type: `{ oauth2: { client_id, … } }`. */
    readonly typedOnly?: true;
    /** Another auth type of the app that has this field. */
    readonly otherAuthType?: string;
}
/** The value is empty, or nothing but white space. */
export interface BlankReason {
    readonly reason: 'blank';
    readonly field: string;
    readonly label: string;
    /** The request is complete without the field. */
    readonly optional?: true;
}
/** The value has the wrong type. */
export interface WrongTypeReason {
    readonly reason: 'wrong_type';
    readonly field: string;
    readonly label: string;
    readonly expected: 'string' | 'object';
    readonly actual: JsonKind;
}
/** The only key of a typed auth_object is not an auth type of the app. */
export interface UnknownAuthTypeReason {
    readonly reason: 'unknown_auth_type';
    /** The brand of the app. */
    readonly app: string;
    /** The key as it may be shown. */
    readonly key: string;
    /** The auth types that the app has. */
    readonly permitted: readonly string[];
    /** The auth type that was probably meant. */
    readonly suggestion?: string;
}
/** The auth_object names several auth types. */
export interface SeveralAuthTypesReason {
    readonly reason: 'several_auth_types';
    /** The brand of the app. */
    readonly app: string;
    /** The auth types that the app has. */
    readonly permitted: readonly string[];
}
/** The auth_object names no auth type. */
export interface NoAuthTypeReason {
    readonly reason: 'no_auth_type';
    /** The brand of the app. */
    readonly app: string;
    /** The auth types that the app has. */
    readonly permitted: readonly string[];
}
/** The catalogue has no app of this slug. */
export interface UnknownAppReason {
    readonly reason: 'unknown_app';
    /** The slug as it may be shown. */
    readonly slug: string;
    /** The slug that was probably meant. */
    readonly suggestion?: string;
    /** The name of the app, if the platform has it and only the catalogue lacks its schema. */
    readonly app?: string;
}
/** The body is not valid JSON. */
export interface NotJsonReason {
    readonly reason: 'not_json';
    readonly what: JsonFault;
    /** Counted from 1; absent if there is no text. */
    readonly line?: number;
    /** Counted from 1, in UTF-16 code units, as JavaScript counts; absent if there is no text. */
    readonly column?: number;
}
/** The body is valid JSON, but not an object. */
export interface NotObjectReason {
    readonly reason: 'not_object';
    readonly actual: JsonKind;
}
/** The value cannot be written as JSON. */
export interface NotSerialisableReason {
    readonly reason: 'not_serialisable';
    /** It contains itself, is a BigInt, throws when it is read, or is nested too deep. */
    readonly what: 'cycle' | 'bigint' | 'threw' | 'too_deep';
}
/** The `x-api-key` is not one of the known keys. */
export interface UnknownKeyReason {
    readonly reason: 'unknown_key';
}
/** The linked account is not one of the known accounts. */
export interface UnknownAccountReason {
    readonly reason: 'unknown_account';
}
/** The endpoint rejects custom apps. */
export interface CustomAppReason {
    readonly reason: 'custom_app';
}
/** The caller's verifier rejects the credentials. */
export interface VerificationReason {
    readonly reason: 'verification';
}
/**
 * Why a rule failed, with what is needed to say so in words of your own. `reason` tells the kinds apart.
 *
 * @example
 * ```ts
 * if (issue.reason === "missing") console.log(`Please fill in ${issue.label}.`);
 * ```
 */
export type Reason = MissingReason | IncompleteSetReason | UnknownFieldReason | BlankReason | WrongTypeReason | UnknownAuthTypeReason | SeveralAuthTypesReason | NoAuthTypeReason | UnknownAppReason | NotJsonReason | NotObjectReason | NotSerialisableReason | UnknownKeyReason | UnknownAccountReason | CustomAppReason | VerificationReason;
/** The names of the reasons. */
export type ReasonName = Reason['reason'];
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
