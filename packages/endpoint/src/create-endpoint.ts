/** The endpoint as a fetch handler. The types of Hono stay out of its declarations. */
import { buildEndpoint } from './build-endpoint.ts';
import type { EndpointOptions } from './options/endpoint-options.ts';

/**
 * Creates the endpoint as a fetch handler, for Node (`startEndpoint` of `@auth-object/endpoint/node`), Bun, Deno,
 * Workers, a Service Worker, Mock Service Worker (`handlers` of `@auth-object/endpoint/msw`), or a test that calls it.
 * It sends nothing to anybody. The handler never rejects: if something fails inside, it answers with a 500.
 *
 * @throws OptionError if an option is unknown or wrong, or the rules reject the seed. EndpointError with the code
 *   `no_web_crypto` if the runtime has no WebCrypto. Whatever a getter of the options throws.
 *
 * @example
 * ```ts
 * const handle = createEndpoint({ linkedAccounts: "any" });
 * const response = await handle(new Request("http://localhost/api/v2/public/migrate-token", {
 *   method: "PUT",
 *   headers: { "x-api-key": "tk-fake", linked_account_id: "account:12345" },
 *   body: JSON.stringify({ slug: "hubspot", auth_object: { oauth2: { access_token: "fake-token" } } }),
 * }));
 * console.log(response.status, await response.text());
 * // 200 {"success":true,"message":"Token migrated successfully"}
 * ```
 */
export function createEndpoint(options: EndpointOptions = {}): (request: Request) => Promise<Response> {
  const { handle } = buildEndpoint(options);
  // Some runtimes pass more arguments, such as the bindings of Workers.
  return (request) => handle(request, {});
}
