/** The TypeScript types of every app's auth_object. */

import type { Catalog, Slug } from '../generated/catalog.ts';

export type { Slug } from '../generated/catalog.ts';

/** The names of an app's auth types. */
export type AuthTypeOf<S extends Slug> = keyof Catalog[S] & string;

/** The fields of an auth type. */
export type Fields<S extends Slug, T extends AuthTypeOf<S>> = Catalog[S][T];

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every key that an auth_object of the app may have, in any shape. */
type AnyKey<S extends Slug> = AuthTypeOf<S> | KeysOf<Catalog[S][AuthTypeOf<S>]>;

/** Forbids the other keys of the app, so that two auth types or two shapes cannot be mixed. */
type Without<S extends Slug, K> = { [_ in Exclude<AnyKey<S>, K>]?: never };

/** An auth_object with one key, the auth type, which holds the fields. */
export type TypedAuthObject<S extends Slug> = {
  [T in AuthTypeOf<S>]: { [_ in T]: Fields<S, T> } & Without<S, T>;
}[AuthTypeOf<S>];

/** An auth_object with the fields only. */
export type FlatAuthObject<S extends Slug> = {
  [T in AuthTypeOf<S>]: Fields<S, T> & Without<S, KeysOf<Fields<S, T>>>;
}[AuthTypeOf<S>];

/**
 * An `auth_object` that the endpoint accepts for an app, in either shape. A misspelt, missing or foreign field is a
 * compile error.
 *
 * @example
 * ```ts
 * const object: AuthObject<'hubspot'> = { oauth2: { access_token: token } };
 * ```
 */
export type AuthObject<S extends Slug> = TypedAuthObject<S> | FlatAuthObject<S>;
