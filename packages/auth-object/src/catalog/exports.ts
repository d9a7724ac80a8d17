/** The schema of an app in the forms that the platform and JSON Schema define. */

import { guarded } from '../wasm/instance.ts';
import type { AuthStructure, InputField, JsonSchema } from './app.ts';
import type { AuthTypeOf, Slug } from './auth-object.ts';
import { mapsToObjects } from './maps-to-objects.ts';
import { requireString } from './require-string.ts';

/**
 * Returns the auth structure of an app, in the format of `GET /api/v2/public/auth-structure/{slug}`; `undefined` if the
 * catalogue does not have the app.
 *
 * @throws TypeError if the slug is not a string.
 *
 * @example
 * ```ts
 * authStructure("copper"); // { keybased: { api_token: "string", email: "string" }, … }
 * ```
 */
export function authStructure(slug: Slug): AuthStructure;
export function authStructure(slug: string): AuthStructure | undefined;
export function authStructure(slug: string): AuthStructure | undefined {
  requireString('authStructure', 'slug', slug);
  return mapsToObjects(guarded((glue) => glue.authStructure(slug)));
}

/**
 * Returns the fields of a credential form, in the format of `auth_type_options` of the platform's API; `undefined` if the
 * catalogue does not have the app or the auth type.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * for (const { name, label, type, required } of inputFields("netsuite", "keybased")) addInput(name, label, type, required);
 * ```
 */
export function inputFields<S extends Slug>(slug: S, authType: AuthTypeOf<S>): InputField[];
export function inputFields(slug: string, authType: string): InputField[] | undefined;
export function inputFields(slug: string, authType: string): InputField[] | undefined {
  requireString('inputFields', 'slug', slug);
  requireString('inputFields', 'auth type', authType);
  return mapsToObjects(guarded((glue) => glue.inputFields(slug, authType)));
}

/**
 * Returns the JSON Schema (draft 2020-12) of an app's auth_object, or of the fields of one auth type; `undefined` if the
 * catalogue does not have the app or the auth type.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * const schema = jsonSchema("hubspot", "oauth2");
 * ```
 */
export function jsonSchema<S extends Slug>(slug: S, authType?: AuthTypeOf<S>): JsonSchema;
export function jsonSchema(slug: string, authType?: string): JsonSchema | undefined;
export function jsonSchema(slug: string, authType?: string): JsonSchema | undefined {
  requireString('jsonSchema', 'slug', slug);
  if (authType !== undefined) requireString('jsonSchema', 'auth type', authType);
  return mapsToObjects(guarded((glue) => glue.jsonSchema(slug, authType)));
}
