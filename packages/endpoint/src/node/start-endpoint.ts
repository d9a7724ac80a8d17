/** The endpoint as an HTTP server of Node. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isIPv6 } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import * as v from 'valibot';
import { buildEndpoint } from '../build-endpoint.ts';
import { EndpointError } from '../errors.ts';
import { answer } from '../http/answers.ts';
import { allowedOrigins } from '../http/cors.ts';
import { respond } from '../http/respond.ts';
import { checkOptions, object, wholeNumber } from '../options/check-options.ts';
import type { EndpointOptions } from '../options/endpoint-options.ts';
import { endpointEntries } from '../options/endpoint-schema.ts';
import { inTurn } from './in-turn.ts';
import { isHostName, isLoopbackAddress, requestGuard } from './request-guard.ts';

/** The options of {@link startEndpoint}: those of `createEndpoint`, and where to listen. */
export interface StartOptions extends EndpointOptions {
  /** The port, 0 to 65535; 0 takes any free port. @defaultValue 0 */
  readonly port?: number | undefined;
  /**
   * The address or host name to listen on. Whoever can connect can also write: with `"0.0.0.0"`, the whole network.
   * @defaultValue `"127.0.0.1"`, this machine only
   */
  readonly host?: string | undefined;
  /**
   * Other hosts that requests may name, such as `"endpoint"` for other containers, or `"endpoint:4010"` with a port. A
   * request for an unknown host is refused, because a web page can let its own host point to this machine.
   * @defaultValue none: only `host`, `localhost` and this machine's addresses
   */
  readonly hosts?: readonly string[] | undefined;
  /**
   * Whether the routes under `/_local/` answer, which can reset the state. `/_local/health` always answers.
   * @defaultValue whether only this machine can connect
   */
  readonly localRoutes?: boolean | undefined;
}

/** A running server. */
export interface RunningEndpoint {
  /** Its address without a slash at the end, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops the server: it accepts no more connections, and requests in progress have 5 s to be answered. A `store` from
   * the options stays open.
   */
  close(): Promise<void>;
}

/** How long requests in progress may take when the server is closed, in ms. */
const GRACE_MS = 5000;
/** How often a closing server closes connections that have become idle, in ms. */
const IDLE_CHECK_MS = 20;
/** How many connections may wait to be accepted; the system may have a lower limit (somaxconn). */
const BACKLOG = 4096;

const HOST = 'must be an address or a host name, such as "127.0.0.1"';
const HOSTS = 'must be an array of host names, such as "endpoint" or "endpoint:4010"';
const HOST_NAME =
  'must be a host name, such as "endpoint" or "endpoint:4010"; name each host separately, without a scheme, a path or a pattern';
const startSchema = object(
  {
    ...endpointEntries,
    port: v.optional(wholeNumber(0, 65535)),
    host: v.optional(v.pipe(v.string(HOST), v.minLength(1, HOST))),
    hosts: v.optional(v.array(v.pipe(v.string(HOST_NAME), v.check(isHostName, HOST_NAME)), HOSTS)),
    localRoutes: v.optional(v.boolean('must be true or false')),
  } satisfies Record<keyof StartOptions, v.GenericSchema<unknown, unknown>>,
  'such as { port: 4010 }',
);

/**
 * Starts the endpoint as an HTTP server.
 *
 * @returns when the server accepts connections.
 * @throws OptionError if an option is unknown or wrong, or the rules reject the seed. EndpointError with the code
 *   `wrong_key` if the store has credentials of another key, or if the server cannot listen; then its `code` is that of
 *   Node's error, such as `EADDRINUSE`. Whatever a getter of the options throws. All as a rejected promise.
 *
 * @example
 * ```ts
 * import { startEndpoint } from "@auth-object/endpoint/node";
 *
 * const { url, close } = await startEndpoint({ linkedAccounts: "any" });
 * const response = await fetch(`${url}/api/v2/public/migrate-token`, {
 *   method: "PUT",
 *   headers: { "x-api-key": "tk-fake", linked_account_id: "account:12345" },
 *   body: JSON.stringify({ slug: "slack", auth_object: { bot_token: "fake-bot-token" } }),
 * });
 * console.log(response.status, await response.text());
 * // 200 {"success":true,"message":"Integration - slack created"}
 * await close();
 * ```
 */
export async function startEndpoint(options: StartOptions = {}): Promise<RunningEndpoint> {
  checkOptions('startEndpoint', startSchema, options);
  const { port = 0, host = '127.0.0.1', hosts = [], localRoutes, ...rest } = options;
  const { handle, checkKey } = buildEndpoint(rest);
  await checkKey();
  const guard = requestGuard({ host, hosts, origins: allowedOrigins(options.cors) });
  let localRoutesOff = true;
  const listener = getRequestListener(
    (request, { incoming }) => {
      const refusal = guard(request, (incoming as IncomingMessage).socket.localAddress);
      return handle(request, { refusal, localRoutesOff });
    },
    {
      // By default the listener replaces Request and Response for the whole program.
      overrideGlobalObjects: false,
      // A request without Host must reach the guard.
      hostname: 'localhost',
      errorHandler: () => respond(answer('invalid_host', crypto.randomUUID())),
    },
  );
  const server = createServer({ requireHostHeader: false }, inTurn(listener));
  await listening(server, port, host);
  const { address, port: actualPort } = server.address() as AddressInfo;
  localRoutesOff = !(localRoutes ?? isLoopbackAddress(address));
  let closed: Promise<void> | undefined;
  return {
    url: `http://${reachable(host)}:${actualPort}`,
    port: actualPort,
    close: () => (closed ??= close(server)),
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays after the start: a connection that cannot be accepted (EMFILE) must not end the program.
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const { code = 'unknown' } = cause;
      reject(new EndpointError('startEndpoint', code, reasonOf(code, port, host), { cause }));
    });
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
}

function reasonOf(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use; choose another port, or 0 for any free port`;
  if (code === 'EACCES') return `this user may not use port ${port}; choose a port from 1024 on`;
  return `cannot listen on port ${port} of ${host} (${code}); the host must be an address of this machine`;
}

/** The address with which a client on this machine connects. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const end = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(end);
      resolve();
    });
  });
}
