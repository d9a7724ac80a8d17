/** The endpoint as handlers of Mock Service Worker (https://mswjs.io). */
import { type HttpHandler, http } from 'msw';
import { createEndpoint } from './create.ts';
import type { EndpointOptions } from './options.ts';

/** The hosts that the platform answers under. */
const HOSTS = ['https://app.refold.ai', 'https://api.gocobalt.io', 'https://embedapi.gocobalt.io'];

/** What {@link handlers} may be told, besides all that `createEndpoint` may be. */
export interface MswOptions extends EndpointOptions {
  /** Where requests are answered, such as `"http://localhost:3000"`. @defaultValue the platform's three hosts */
  readonly baseUrl?: string | readonly string[] | undefined;
}

/**
 * Handlers that answer as the endpoint does; those of one call share one state.
 *
 * @throws TypeError as `createEndpoint`, and where `baseUrl` is no URL.
 *
 * @example
 * ```ts
 * import { handlers } from "auth-object/msw";
 * import { setupServer } from "msw/node";
 * const server = setupServer(...handlers({ linkedAccounts: "any" }));
 * server.listen();
 * ```
 */
export function handlers(options: MswOptions = {}): HttpHandler[] {
  const { baseUrl = HOSTS, ...rest } = options;
  const handle = createEndpoint(rest);
  const urls = typeof baseUrl === 'string' ? [baseUrl] : baseUrl;
  return urls
    .map(origin)
    .flatMap((base) =>
      ['/api/v2/public/*', '/_local/*'].map((path) => http.all(base + path, ({ request }) => handle(request))),
    );
}

function origin(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    throw new TypeError(
      'handlers: the option "baseUrl" must be a URL such as "https://app.refold.ai", or an array of them.',
    );
  }
}
