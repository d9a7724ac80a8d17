/** The interfaces of https://standardschema.dev (1.1) that `standardSchema` implements. */

/** The properties of a Standard Schema. */
export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: 'auth-object';
  readonly validate: (value: unknown) => StandardResult<Output>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  /** Standard JSON Schema: the schema in a dialect. */
  readonly jsonSchema: {
    /** @throws TypeError if the target is not supported, or the app or auth type is unknown. */
    readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
    /** The same as `input`. */
    readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
  };
}

/** The dialect of JSON Schema. */
export interface StandardJsonSchemaOptions {
  readonly target: 'draft-2020-12' | 'draft-07' | 'openapi-3.0' | ({} & string);
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The value, or its issues. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A failure, and the keys from the value to it. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** A Standard Schema that is a Standard JSON Schema as well. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': StandardProps<Input, Output>;
}
