/** The schema of an app in the forms that the platform and JSON Schema define. */
import type { AuthStructure, InputField, JsonSchema } from './app.ts';
import type { AuthTypeOf, Slug } from './auth-object.ts';
/**
 * The documented auth structure of an app, as `GET /api/v2/public/auth-structure/{slug}` answers it;
 * `undefined` if the catalogue lacks the app.
 *
 * @throws TypeError if the slug is not a string.
 *
 * @example
 * ```ts
 * authStructure("copper"); // { keybased: { api_token: "string", email: "string" }, … }
 * ```
 */
export declare function authStructure(slug: Slug): AuthStructure;
export declare function authStructure(slug: string): AuthStructure | undefined;
/**
 * The fields of a credential form, as an application's `auth_type_options` documents them; `undefined` if the
 * catalogue lacks the app or its auth type.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * for (const { name, label, type, required } of inputFields("netsuite", "keybased")) addInput(name, label, type, required);
 * ```
 */
export declare function inputFields<S extends Slug>(slug: S, authType: AuthTypeOf<S>): InputField[];
export declare function inputFields(slug: string, authType: string): InputField[] | undefined;
/**
 * The JSON Schema (draft 2020-12) of an app's auth_object, or of the fields of one of its auth types; `undefined`
 * where the catalogue lacks the app or its auth type.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * const schema = jsonSchema("hubspot", "oauth2");
 * ```
 */
export declare function jsonSchema<S extends Slug>(slug: S, authType?: AuthTypeOf<S>): JsonSchema;
export declare function jsonSchema(slug: string, authType?: string): JsonSchema | undefined;
