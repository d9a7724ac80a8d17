/** The catalogue of apps. */

import type { AuthTypeOf, Slug } from '../types/app.ts';
import type { App, AppSummary, AuthStructure, InputField, JsonSchema } from '../types/catalog.ts';
import { guarded, register } from '../wasm/engine.ts';

/**
 * Every app, sorted by slug; registered ones as well.
 *
 * @example
 * ```ts
 * const options = apps().map(({ slug, name }) => ({ value: slug, label: name }));
 * ```
 */
export function apps(): AppSummary[] {
  return guarded((glue) => glue.apps());
}

/**
 * An app; `undefined` if the catalogue lacks it.
 *
 * @example
 * ```ts
 * app("netsuite")?.name; // "Netsuite"
 * ```
 */
export function app(slug: Slug): App;
export function app(slug: string): App | undefined;
export function app(slug: string): App | undefined {
  requireString('app', 'slug', slug);
  return guarded((glue) => glue.app(slug));
}

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
export function authStructure(slug: Slug): AuthStructure;
export function authStructure(slug: string): AuthStructure | undefined;
export function authStructure(slug: string): AuthStructure | undefined {
  requireString('authStructure', 'slug', slug);
  return guarded((glue) => glue.authStructure(slug));
}

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
export function inputFields<S extends Slug>(slug: S, authType: AuthTypeOf<S>): InputField[];
export function inputFields(slug: string, authType: string): InputField[] | undefined;
export function inputFields(slug: string, authType: string): InputField[] | undefined {
  requireString('inputFields', 'slug', slug);
  requireString('inputFields', 'auth type', authType);
  return guarded((glue) => glue.inputFields(slug, authType));
}

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
export function jsonSchema<S extends Slug>(slug: S, authType?: AuthTypeOf<S>): JsonSchema;
export function jsonSchema(slug: string, authType?: string): JsonSchema | undefined;
export function jsonSchema(slug: string, authType?: string): JsonSchema | undefined {
  requireString('jsonSchema', 'slug', slug);
  if (authType !== undefined) requireString('jsonSchema', 'auth type', authType);
  return guarded((glue) => glue.jsonSchema(slug, authType));
}

/**
 * Registers an app by its auth structure, as `GET /api/v2/public/auth-structure/{slug}` answers it. It wins over the
 * catalogue's own schema, and rejections that rest on it are certain (`basis: "live"`). It stays until the process or
 * the page ends; registering the slug again replaces it.
 *
 * @throws TypeError if the slug is blank or the structure is not an auth structure; the message says what is wrong.
 *
 * @example
 * ```ts
 * const answer = await fetch("https://app.refold.ai/api/v2/public/auth-structure/netsuite");
 * registerApp("netsuite", await answer.json());
 * ```
 */
export function registerApp(slug: string, authStructure: AuthStructure): void {
  requireString('registerApp', 'slug', slug);
  const reason = register(slug, structureText(authStructure));
  if (reason !== undefined) throw new TypeError(`registerApp: ${reason}`);
}

function structureText(authStructure: unknown): string {
  const wrong = 'registerApp: the auth structure must be an object, as the auth-structure endpoint answers it.';
  let text: unknown;
  try {
    text = JSON.stringify(authStructure);
  } catch (cause) {
    throw new TypeError(wrong, { cause });
  }
  if (typeof text !== 'string' || !text.startsWith('{')) throw new TypeError(wrong);
  return text;
}

/**
 * Registers several apps: slug → auth structure.
 *
 * @throws TypeError for the first that is rejected; those before it are registered.
 *
 * @example
 * ```ts
 * registerApps(JSON.parse(await readFile("auth-structures.json", "utf8")));
 * ```
 */
export function registerApps(authStructures: Readonly<Record<string, AuthStructure>>): void {
  if (typeof authStructures !== 'object' || authStructures === null || Array.isArray(authStructures)) {
    throw new TypeError('registerApps: hand over an object { [slug]: authStructure }.');
  }
  for (const [slug, structure] of Object.entries(authStructures)) registerApp(slug, structure);
}

function requireString(caller: string, what: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${caller}: the ${what} must be a string, not ${typeof value}.`);
}
