/** Makes the changes that hints offer, in a copy. */
import type { Hint } from '../verdict/hint.ts';
import type { MigrateTokenRequest } from './request.ts';
/**
 * Makes the changes that the chosen hints offer, and gives back a changed copy; the request stays as it is.
 * Hints without a fix, and fixes that no longer fit the body, change nothing. Nor is a body of text or bytes changed that
 * holds a number JavaScript cannot hold exactly, such as a long `linked_account_id`: it would come back as another one.
 *
 * A body of text stays text and one of bytes stays bytes, written anew by `JSON.stringify`; an object comes back as
 * the plain data that `JSON.stringify` would send. The result holds the credentials: it is what to send, not to log.
 *
 * @param request - As for `checkRequest`; for a form `{ body: { slug, auth_object } }`.
 * @param hints - Those of the verdict that the user agreed to.
 * @throws TypeError if the request is not an object or the hints are not an array of hints.
 *
 * @example
 * ```ts
 * const { hints } = checkRequest(request);
 * const repaired = repair(request, hints.filter((hint) => hint.code === "outer_whitespace"));
 * ```
 */
export declare function repair<R extends MigrateTokenRequest>(request: R, hints: readonly Hint[]): R;
