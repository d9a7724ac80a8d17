/** The host and the port that a request or an origin names. */

/** A host with its port, as they are compared. */
export interface Authority {
  /** In lower case, without the dot at the end; an IPv4 address in the usual form, an IPv6 address in brackets. */
  readonly name: string;
  readonly port: number;
}

/** `HOST` or `HOST:PORT`, without a user, a path, spaces, wildcards or lists. */
const SHAPE = /^(\[[\da-f:.]+\]|[^\s/?#@\\:*,[\]]+)(:\d{1,5})?$/i;
const DEFAULT_PORTS = new Map([
  ['http:', 80],
  ['https:', 443],
]);

/** Reads a Host header; `undefined` if it is not valid. */
export function readAuthority(host: string): Authority | undefined {
  return SHAPE.test(host) ? authorityOf(`http://${host}`) : undefined;
}

/** The host of a URL or an origin; `undefined` for an opaque origin (`null`). */
export function authorityOf(url: string): Authority | undefined {
  try {
    const { hostname, port, protocol } = new URL(url);
    const name = hostname.toLowerCase().replace(/\.$/, '');
    if (name === '') return undefined;
    return { name, port: port === '' ? (DEFAULT_PORTS.get(protocol) ?? 0) : Number(port) };
  } catch {
    return undefined;
  }
}

/** Whether a name is one of this machine alone. */
export function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(\.\d+){3}$/.test(name) ||
    // An IPv4 address within IPv6.
    /^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(name)
  );
}
