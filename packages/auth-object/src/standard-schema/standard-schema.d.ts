/** An app's schema for what takes Standard Schemas: form libraries, routers, RPC. */
import type { AuthObject, AuthTypeOf, Fields, Slug } from '../catalog/auth-object.ts';
import type { StandardSchema } from './interfaces.ts';
/**
 * A Standard Schema (v1) of an app's auth_object, or with `authType` of the fields of that auth type alone; it is a
 * Standard JSON Schema as well. It validates synchronously.
 *
 * The messages are those for people, `help`. Blank strings in optional fields, which forms send for empty inputs, are
 * left out of the result; the value itself stays as it is. A path starts at the value and is never empty: an issue about
 * the value as a whole has the path of the first field that must be filled in, or `["auth_object"]` if the app or its
 * auth type is unknown.
 *
 * @throws TypeError if the slug or the auth type is not a string.
 *
 * @example
 * ```ts
 * useForm({ resolver: standardSchemaResolver(standardSchema("netsuite", "keybased")) });
 * ```
 */
export declare function standardSchema<S extends Slug>(slug: S): StandardSchema<AuthObject<S>>;
export declare function standardSchema<S extends Slug, T extends AuthTypeOf<S>>(slug: S, authType: T): StandardSchema<Fields<S, T>>;
export declare function standardSchema(slug: string, authType?: string): StandardSchema<Record<string, unknown>>;
