/** One request, or one form. */
import type { Slug } from '../catalog/auth-object.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Context, FormOptions } from './options.ts';
import type { MigrateTokenRequest } from './request.ts';
/**
 * What the endpoint would answer to an auth_object, without the headers: rules 4 to 6 and 8 to 13. For a form.
 *
 * The object is read as `JSON.stringify` would send it; a value that cannot be sent (a cycle, a BigInt, a getter
 * that throws) is the issue `invalid_json` (rule 3) at its place. Getters and `toJSON` may be called more than once.
 *
 * @param slug - The app; anything but a string is the issue `slug_required`.
 * @param authObject - What would be sent as `auth_object`.
 * @throws TypeError if an option is unknown or has the wrong type; AuthObjectError if there is not enough memory.
 *
 * @example
 * ```ts
 * const verdict = checkAuthObject("netsuite", { keybased: { account_id: "1234567" } });
 * if (!verdict.ok) for (const { path, help } of verdict.issues) console.log(path, help);
 * ```
 */
export declare function checkAuthObject(slug: Slug | (string & {}), authObject: unknown, options?: FormOptions): Verdict;
/**
 * What the endpoint would answer to a request: status and body word for word, every failure with its place, hints.
 *
 * @param request - The headers, the slug if it stands beside the body, and the body: a JS object (read as
 *   `JSON.stringify` would send it), or JSON text as a string or as bytes.
 * @throws TypeError if an option is unknown, the headers are not headers, or the body has not been read yet (a stream, a
 *   promise); AuthObjectError if there is not enough memory; what a `has()` of the context throws.
 *
 * @example
 * ```ts
 * const verdict = checkRequest({
 *   headers: { "x-api-key": apiKey, linked_account_id: "account:12345" },
 *   body: { slug: "hubspot", auth_object: { oauth2: { access_token: token } } },
 * });
 * console.log(verdict.response.status, JSON.stringify(verdict.response.body));
 * ```
 */
export declare function checkRequest(request: MigrateTokenRequest, context?: Context): Verdict;
