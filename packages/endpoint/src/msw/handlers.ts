/** The endpoint as handlers of Mock Service Worker (https://mswjs.io). */
import { type HttpHandler, http } from 'msw';
import * as v from 'valibot';
import { createEndpoint } from '../create-endpoint.ts';
import { checkOptions, object } from '../options/check-options.ts';
import type { EndpointOptions } from '../options/endpoint-options.ts';
import { endpointEntries } from '../options/endpoint-schema.ts';

/** The platform's hosts. */
const HOSTS = ['https://app.refold.ai', 'https://api.gocobalt.io', 'https://embedapi.gocobalt.io'];

/** The options of {@link handlers}: those of `createEndpoint`, and `baseUrl`. */
export interface MswOptions extends EndpointOptions {
  /** The origins to answer for, such as `"http://localhost:3000"`; paths are ignored. @defaultValue the platform's hosts */
  readonly baseUrl?: string | readonly string[] | undefined;
}

const BASE_URL = 'must be a URL such as "https://app.refold.ai", or an array of URLs';
const url = v.pipe(v.string(BASE_URL), v.url(BASE_URL));
const handlersSchema = object(
  { ...endpointEntries, baseUrl: v.optional(v.union([url, v.array(url)], BASE_URL)) },
  'such as { linkedAccounts: "any" }',
);

/**
 * Handlers of Mock Service Worker that answer like the endpoint. The handlers of one call share their state.
 *
 * @returns handlers for `setupServer` (Node) or `setupWorker` (browsers).
 * @throws OptionError if an option is unknown or wrong, or the rules reject the seed; whatever a getter of the options throws.
 *
 * @example
 * ```ts
 * import { handlers } from "@auth-object/endpoint/msw";
 * import { setupServer } from "msw/node";
 *
 * const server = setupServer(...handlers({ linkedAccounts: "any" }));
 * server.listen();
 * ```
 */
export function handlers(options: MswOptions = {}): HttpHandler[] {
  checkOptions('handlers', handlersSchema, options);
  const { baseUrl = HOSTS, ...rest } = options;
  const handle = createEndpoint(rest);
  const origins = (typeof baseUrl === 'string' ? [baseUrl] : baseUrl).map((one) => new URL(one).origin);
  return origins.flatMap((origin) =>
    ['/api/v2/public/*', '/_local/*'].map((path) => http.all(origin + path, ({ request }) => handle(request))),
  );
}
