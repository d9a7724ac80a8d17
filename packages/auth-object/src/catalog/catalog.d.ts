/** The catalogue of apps. */
import type { AuthTypeOf, Slug } from '../types/app.ts';
import type { App, AppSummary, AuthStructure, InputField, JsonSchema } from '../types/catalog.ts';
/**
 * Every app, sorted by slug; registered ones as well.
 *
 * @example
 * ```ts
 * const options = apps().map(({ slug, name }) => ({ value: slug, label: name }));
 * ```
 */
export declare function apps(): AppSummary[];
/**
 * An app; `undefined` if the catalogue lacks it.
 *
 * @example
 * ```ts
 * app("netsuite")?.name; // "Netsuite"
 * ```
 */
export declare function app(slug: Slug): App;
export declare function app(slug: string): App | undefined;
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
export declare function registerApp(slug: string, authStructure: AuthStructure): void;
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
export declare function registerApps(authStructures: Readonly<Record<string, AuthStructure>>): void;
