/** The endpoint as a server of Node's. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isIPv6 } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createEndpoint } from '../create.ts';
import type { EndpointOptions } from '../options.ts';

/** What {@link startEndpoint} may be told. */
export interface StartOptions extends EndpointOptions {
  /** 0 to 65535; 0 takes any free one. @defaultValue 0 */
  readonly port?: number | undefined;
  /**
   * The address or name to listen on. Whoever reaches it can write; `0.0.0.0` is everybody in the network.
   * @defaultValue `"127.0.0.1"`, this machine alone
   */
  readonly host?: string | undefined;
}

/** A server that runs. */
export interface RunningEndpoint {
  /** Where it answers, `http://127.0.0.1:4010` for instance; no slash at the end. */
  readonly url: string;
  readonly port: number;
  /**
   * Takes no more connections, lets the requests that are on their way be answered for 5 s, then ends. A `store` that
   * was given stays open: it is its maker's to close.
   */
  close(): Promise<void>;
}

/** As long as requests on their way may take when the server is closed, in ms. */
const GRACE_MS = 5000;
/** A connection that its client keeps is closed once it is idle; between two looks, in ms. */
const LOOK_MS = 20;
/** Connections that may wait to be taken: more than come at once. The system has its own limit beside (somaxconn). */
const BACKLOG = 4096;

/**
 * Starts the endpoint on this machine.
 *
 * @returns once it answers.
 * @throws TypeError for an option that there is not, or that has the wrong type; Error where it cannot listen, with
 *   `code` as Node's error has it (`EADDRINUSE`). Both as a rejected promise.
 *
 * @example
 * ```ts
 * import { startEndpoint } from "auth-object/node";
 * const { url, close } = await startEndpoint({ linkedAccounts: "any" });
 * await fetch(`${url}/api/v2/public/migrate-token`, { method: "PUT", headers, body });
 * await close();
 * ```
 */
export async function startEndpoint(options: StartOptions = {}): Promise<RunningEndpoint> {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError('startEndpoint: the options must be an object, such as { port: 4010 }.');
  }
  const { port = 0, host = '127.0.0.1', ...rest } = options;
  verify(port, host);
  const handle = createEndpoint(rest);
  // The classes of the runtime stay as they are: a library must not replace Request for its whole program.
  const server = createServer(getRequestListener((request) => handle(request), { overrideGlobalObjects: false }));
  await listening(server, port, host);
  const taken = (server.address() as AddressInfo).port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${reachable(host)}:${taken}`,
    port: taken,
    close: () => (closed ??= close(server)),
  };
}

function verify(port: unknown, host: unknown): void {
  if (!Number.isInteger(port) || (port as number) < 0 || (port as number) > 65535) {
    throw new TypeError(
      'startEndpoint: the option "port" must be a whole number from 0 to 65535; 0 takes any free one.',
    );
  }
  if (typeof host !== 'string' || host === '') {
    throw new TypeError('startEndpoint: the option "host" must be an address or a name, such as "127.0.0.1".');
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // For good: that a connection could not be taken (EMFILE) must not end the program.
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const { code = 'unknown' } = cause;
      reject(Object.assign(new Error(`startEndpoint: ${reason(code, port, host)}`, { cause }), { code }));
    });
    server.listen({ port, host, backlog: BACKLOG }, resolve);
  });
}

function reason(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is in use; take another one, or 0 for any free one.`;
  if (code === 'EACCES') return `port ${port} may not be taken by this user; take one from 1024 on.`;
  return `cannot listen on port ${port} of ${host} (${code}); is it an address of this machine?`;
}

/** An address that a client on this machine can connect to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const end = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(look);
      clearTimeout(end);
      resolve();
    });
  });
}
