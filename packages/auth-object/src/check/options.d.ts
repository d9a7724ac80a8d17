/** Names that the caller knows: an array, or anything with `has`, such as a `Set` or a `Map`. */
export type Lookup = readonly string[] | {
    has(name: string): boolean;
};
/** The shape of an auth_object: `typed` has one key that names the auth type, `flat` has the fields alone. */
export type Shape = 'typed' | 'flat';
/**
 * What the caller knows of the service's side. All of it is optional: what is not said is not checked,
 * and stands in the verdict under `unchecked`.
 */
export interface Context {
    /** The valid `x-api-key`s: any other is `invalid_credentials`. */
    readonly apiKeys?: readonly string[] | undefined;
    /** The environment, where the key's prefix (`pk`, `tk`) does not say it. */
    readonly environment?: 'test' | 'production' | undefined;
    /** The linked accounts there are: any other is `linked_account_not_found`. */
    readonly linkedAccounts?: Lookup | undefined;
    /** Slugs of the integrations that the account has already: a flat request then answers "updated". */
    readonly integrations?: Lookup | undefined;
    /** Slugs of custom apps: such a request is `custom_app`. */
    readonly customApps?: readonly string[] | undefined;
    /** The `request_id` of an error, for tests; else a fresh UUID v4. */
    readonly requestId?: string | undefined;
    /** The shape that the auth_object must have; else it is read off the auth_object. */
    readonly shape?: Shape | undefined;
    /**
     * `"documented"` turns a rejection that rests on a guessed schema into a hint (`unsure`).
     * @defaultValue `"all"`
     */
    readonly trust?: 'all' | 'documented' | undefined;
    /** Whether to look for hints. @defaultValue `true` */
    readonly hints?: boolean | undefined;
    /** What your own verifier said of the credentials; the reason stands in the answer, so keep credentials out of it. */
    readonly verification?: 'accepted' | {
        readonly rejected: string;
    } | undefined;
    /** The time that tokens are held against, in milliseconds since 1970. @defaultValue `Date.now()` */
    readonly now?: number | undefined;
}
/** The options of a form, which has no headers: those of {@link Context} without `apiKeys` and `linkedAccounts`. */
export type FormOptions = Omit<Context, 'apiKeys' | 'linkedAccounts'>;
