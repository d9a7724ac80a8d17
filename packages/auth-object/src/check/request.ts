import type { HeadersLike } from './headers.ts';

/**
 * A request to `PUT /api/v2/public/migrate-token`.
 *
 * @example
 * ```ts
 * const request: MigrateTokenRequest = { headers: req.headers, body: await req.text() };
 * ```
 */
export interface MigrateTokenRequest {
  /** Only `x-api-key` and `linked_account_id` are read. Upper and lower case are the same. */
  readonly headers?: HeadersLike | null | undefined;
  /** The slug, if it is not in the body. A `slug` in the body wins. */
  readonly slug?: string | null | undefined;
  /** A JavaScript object, which is read as `JSON.stringify` would write it, or JSON as a string or as bytes. */
  readonly body?: unknown;
}
