/** A request that is safe to log. */
import type { MigrateTokenRequest } from './request.ts';
/** A request without its secrets: plain data. */
export interface RedactedRequest {
    headers?: Record<string, string>;
    slug?: string;
    /** The members of the body; `"[redacted]"` where it is no JSON object. */
    body?: unknown;
}
/**
 * A copy of a request that is safe to log. `slug`, `linked_account_id`, harmless headers and the names of fields stay,
 * except names that look like a secret themselves (`"[hidden]"`). Every other value is `"[redacted]"` as a whole, also
 * an object or an array; only `null` stays. A body of text or bytes is read as JSON and comes back as an object.
 *
 * @throws TypeError if the request is not an object, or its headers are not headers.
 *
 * @example
 * ```ts
 * console.error("rejected", JSON.stringify(redact(request)), verdict.issues);
 * ```
 */
export declare function redact(request: MigrateTokenRequest): RedactedRequest;
