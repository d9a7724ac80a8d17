/** Why a rule failed: one type for each reason. */

/** The kind of a JSON value. */
export type JsonKind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** Why a text is not valid JSON. */
export type JsonFault =
  | 'empty'
  | 'byte_order_mark'
  | 'not_utf8'
  | 'unexpected_end'
  | 'expected_value'
  | 'expected_key'
  | 'expected_colon'
  | 'expected_comma_or_end'
  | 'trailing_comma'
  | 'number'
  | 'literal'
  | 'escape'
  | 'control_character'
  | 'after_end'
  | 'comment'
  | 'python'
  | 'javascript'
  | 'typographic_quotes';

/** `x-api-key`, `linked_account_id`, `slug` or `auth_object` is missing, or a required field of the app. */
export interface MissingReason {
  readonly reason: 'missing';
  readonly field: string;
  /** The name of the field on a form, such as `Store Name`. */
  readonly label: string;
  /** The key of a row that was probably meant, redacted like `UnknownFieldReason.key`. */
  readonly key?: string;
}

/** The app needs one of several sets of fields, and no set is complete. */
export interface IncompleteSetReason {
  readonly reason: 'incomplete_set';
  /** The brand of the app, such as `HubSpot`. */
  readonly app: string;
  /** The sets, each with the names of its fields. */
  readonly sets: readonly (readonly string[])[];
  /** The set with the fewest missing fields. */
  readonly closest: readonly string[];
  /** The fields of `closest` that are missing. The path of the issue ends in the first. */
  readonly lacking: readonly string[];
  /** The labels of the fields in `sets`, by name. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The app has no field with this name. */
export interface UnknownFieldReason {
  readonly reason: 'unknown_field';
  /** The brand of the app. */
  readonly app: string;
  readonly authType: string;
  /** The key, shortened, escaped, and `[hidden]` if it looks like a secret. */
  readonly key: string;
  /** The names of the app's fields. */
  readonly permitted: readonly string[];
  /** The field that was probably meant. */
  readonly suggestion?: string;
  /** The field is allowed only in a typed auth_object: `{ oauth2: { client_id, … } }`. */
  readonly typedOnly?: true;
  /** Another auth type of the app that has this field. */
  readonly otherAuthType?: string;
}

/** The value is empty or has only white space. */
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
  /** The key, redacted as in {@link UnknownFieldReason}. */
  readonly key: string;
  /** The names of the app's auth types. */
  readonly permitted: readonly string[];
  /** The auth type that was probably meant. */
  readonly suggestion?: string;
}

/** The auth_object names several auth types. */
export interface SeveralAuthTypesReason {
  readonly reason: 'several_auth_types';
  /** The brand of the app. */
  readonly app: string;
  /** The names of the app's auth types. */
  readonly permitted: readonly string[];
}

/** The auth_object names no auth type. */
export interface NoAuthTypeReason {
  readonly reason: 'no_auth_type';
  /** The brand of the app. */
  readonly app: string;
  /** The names of the app's auth types. */
  readonly permitted: readonly string[];
}

/** The catalogue has no app with this slug. */
export interface UnknownAppReason {
  readonly reason: 'unknown_app';
  /** The slug, redacted as in {@link UnknownFieldReason}. */
  readonly slug: string;
  /** The slug that was probably meant. */
  readonly suggestion?: string;
  /** The name of the app, if the platform has it but the catalogue has no schema for it. */
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

/** A limit of a request, as a reason names it. */
export type LimitName = 'request_bytes' | 'nesting' | 'keys' | 'cells';

/** The body exceeds one of the {@link Limits}. */
export interface TooLargeReason {
  readonly reason: 'too_large';
  readonly what: LimitName;
  /** The value of the limit. */
  readonly limit: number;
}

/** The value cannot be written as JSON. */
export interface NotSerialisableReason {
  readonly reason: 'not_serialisable';
  /** It contains itself, is a BigInt, throws when it is read, or is nested too deeply. */
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
 * Why a rule failed, with the parameters for a message of your own. TypeScript narrows it by `reason`.
 *
 * @example
 * ```ts
 * if (issue.reason === "missing") console.log(`Please fill in ${issue.label}.`);
 * ```
 */
export type Reason =
  | MissingReason
  | IncompleteSetReason
  | UnknownFieldReason
  | BlankReason
  | WrongTypeReason
  | UnknownAuthTypeReason
  | SeveralAuthTypesReason
  | NoAuthTypeReason
  | UnknownAppReason
  | NotJsonReason
  | NotObjectReason
  | NotSerialisableReason
  | TooLargeReason
  | UnknownKeyReason
  | UnknownAccountReason
  | CustomAppReason
  | VerificationReason;

/** The names of all reasons. */
export type ReasonName = Reason['reason'];
