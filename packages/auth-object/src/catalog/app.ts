/** What the catalogue says of an app. */

/**
 * How sure the key names of a schema are. `documented`: the platform documents them. `labelled`: the platform documents
 * the labels, and the names are derived from these. `peer`: they come from the vendor or another public catalogue.
 * `live`: you registered the service's own auth structure.
 */
export type Basis = 'documented' | 'labelled' | 'peer' | 'live';

/** An app in the list of {@link apps}. */
export interface AppSummary {
  slug: string;
  /** The name in the endpoint's messages, such as `Hubspot`. */
  name: string;
  /** The name as the vendor writes it, such as `HubSpot`. Show this one to people. */
  brand: string;
  /** The kind of app, such as `CRM`. */
  category: string;
  /** The names of its auth types, in the order of the schema. */
  authTypes: string[];
  /** The best basis among its auth types. */
  basis?: Basis;
  /** Other spellings of the slug. They appear in suggestions; the endpoint rejects them. */
  aliases?: string[];
}

/** The control that a form shows for a field. */
export type InputType = 'text' | 'password' | 'url' | 'email' | 'select' | 'textarea';

/** One field of an auth type. */
export interface Field {
  /** The key in the auth_object. */
  name: string;
  label: string;
  required: boolean;
  /** Whether the value must be hidden on a form. */
  secret: boolean;
  input: InputType;
  /** The known values of a `select`. */
  options?: string[];
}

/** A way to sign in to an app, such as `oauth2`. */
export interface AuthType {
  basis: Basis;
  /** Sets of fields. Besides the required fields, one of these sets must be complete. */
  anyOf?: string[][];
  /** In the order of the schema. */
  fields: Field[];
}

/** An app with its auth types. */
export interface App extends AppSummary {
  /** The auth types by name, in the order of the schema. */
  auth: Record<string, AuthType>;
}

/** A field in an auth structure: its type, or an object if the field is optional. */
export type AuthStructureField = string | { type: string; required?: boolean };

/**
 * The response of `GET /api/v2/public/auth-structure/{slug}`: auth type → field → type.
 *
 * @example
 * ```ts
 * const structure: AuthStructure = { keybased: { api_key: "string", region: { type: "string", required: false } } };
 * ```
 */
export type AuthStructure = Record<string, Record<string, AuthStructureField>>;

/** A control of a credential form, in the format of `auth_type_options` of the platform's API. */
export interface InputField {
  name: string;
  label: string;
  placeholder: string;
  required: boolean;
  type: InputType;
  multiple?: boolean;
  help_text?: string;
  options?: { name?: string; value: string }[];
}

/** A JSON Schema (draft 2020-12). */
export type JsonSchema = Record<string, unknown>;
