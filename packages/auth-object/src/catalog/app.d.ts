/** What the catalogue says of an app. */
/**
 * Where the key names of a schema come from: `documented` by the platform, `labelled` (the platform documents
 * the label, the key is read off it), `peer` (another public catalogue or the vendor), `live` (registered from
 * the service's own auth structure).
 */
export type Basis = 'documented' | 'labelled' | 'peer' | 'live';
/** An app in the list of all. */
export interface AppSummary {
    slug: string;
    /** The name in the endpoint's messages, as the platform prints it: `Hubspot`. */
    name: string;
    /** The name as the vendor writes it, for people to read: `HubSpot`. Often the same as `name`. */
    brand: string;
    /** What the app is for, for example `CRM`. */
    category: string;
    /** The names of its auth types, in schema order. */
    authTypes: string[];
    /** The best basis that one of its auth types has. */
    basis?: Basis;
    /** Other spellings of the slug: suggested, never accepted. */
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
    /** Whether the value is to be kept from sight. */
    secret: boolean;
    input: InputType;
    /** The known values of a `select`. */
    options?: string[];
}
/** One way to sign in to an app. */
export interface AuthType {
    basis: Basis;
    /** Sets of fields of which one must be whole, on top of the required fields. */
    anyOf?: string[][];
    /** In schema order. */
    fields: Field[];
}
/** All that is known of an app. */
export interface App extends AppSummary {
    /** The auth types by name, in schema order. */
    auth: Record<string, AuthType>;
}
/** A field in an auth structure: its type, or an object where it is optional. */
export type AuthStructureField = string | {
    type: string;
    required?: boolean;
};
/** What `GET /api/v2/public/auth-structure/{slug}` answers: auth type → field → type. */
export type AuthStructure = Record<string, Record<string, AuthStructureField>>;
/** A control of a credential form, as an application's `auth_type_options` documents it. */
export interface InputField {
    name: string;
    label: string;
    placeholder: string;
    required: boolean;
    type: InputType;
    multiple?: boolean;
    help_text?: string;
    options?: {
        name?: string;
        value: string;
    }[];
}
/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;
