import type { Catalog, Slug } from '../generated/catalog.ts';
export type { Slug } from '../generated/catalog.ts';
/** The auth types of an app. */
export type AuthTypeOf<S extends Slug> = keyof Catalog[S] & string;
/** The fields of one of its auth types. */
export type Fields<S extends Slug, T extends AuthTypeOf<S>> = Catalog[S][T];
type KeysOf<T> = T extends unknown ? keyof T : never;
/** Every key that an auth_object of the app may have, in any shape. */
type AnyKey<S extends Slug> = AuthTypeOf<S> | KeysOf<Catalog[S][AuthTypeOf<S>]>;
/** No other key of the app: a mixture of two auth types, or of two shapes, is none of both. */
type Without<S extends Slug, K> = {
    [_ in Exclude<AnyKey<S>, K>]?: never;
};
/** An auth_object with one key that names the auth type. */
export type TypedAuthObject<S extends Slug> = {
    [T in AuthTypeOf<S>]: {
        [_ in T]: Fields<S, T>;
    } & Without<S, T>;
}[AuthTypeOf<S>];
/** An auth_object with the fields alone. */
export type FlatAuthObject<S extends Slug> = {
    [T in AuthTypeOf<S>]: Fields<S, T> & Without<S, KeysOf<Fields<S, T>>>;
}[AuthTypeOf<S>];
/**
 * What the endpoint takes as `auth_object` of an app, in either shape; a misspelt, missing or foreign field does not
 * compile.
 *
 * @example
 * ```ts
 * const object: AuthObject<'hubspot'> = { oauth2: { access_token: token } };
 * ```
 */
export type AuthObject<S extends Slug> = TypedAuthObject<S> | FlatAuthObject<S>;
