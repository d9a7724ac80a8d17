import type { HeadersLike } from './headers.ts';
/** A request to `PUT /api/v2/public/migrate-token`. */
export interface MigrateTokenRequest {
    /** `x-api-key` and `linked_account_id` are read, in any case. */
    readonly headers?: HeadersLike | null | undefined;
    /** The slug, where it stands beside the body; a `slug` in the body comes first. */
    readonly slug?: string | null | undefined;
    /** A JS object, read as `JSON.stringify` would send it; or JSON text, as a string or as bytes. */
    readonly body?: unknown;
}
