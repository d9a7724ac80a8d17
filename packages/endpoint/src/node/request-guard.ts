/**
 * Refuses what a foreign web page may send to a server on this machine. A page of `evil.example` can let its own name
 * point to 127.0.0.1 (DNS rebinding); the browser then treats the server as part of the page, but names it in Host.
 */
import { isIPv6 } from 'node:net';
import type { Bindings } from '../endpoint.ts';
import { type Authority, authorityOf, isLoopback, readAuthority } from '../http/authority.ts';

/** For whom a server answers. */
export interface GuardOptions {
  /** What the server listens on. */
  readonly host: string;
  /** Other names, with or without a port. */
  readonly hosts: readonly string[];
  /** The origins whose web pages may call; `*` for all. */
  readonly origins: readonly string[];
}

/** @returns why the request is refused; `undefined` if it is not. `localAddress` is where its connection arrived. */
export type Guard = (request: Request, localAddress: string | undefined) => Bindings['refusal'];

const READING = ['GET', 'HEAD', 'OPTIONS'];

export function requestGuard({ host, hosts, origins }: GuardOptions): Guard {
  const allowed = [inBrackets(host), ...hosts].map((text) => ({
    authority: readAuthority(inBrackets(text)),
    anyPort: !hasPort(inBrackets(text)),
  }));
  const isAllowed = ({ name, port }: Authority, localAddress: string | undefined) =>
    isLoopback(name) ||
    name === addressName(localAddress) ||
    allowed.some(({ authority, anyPort }) => authority?.name === name && (anyPort || authority.port === port));
  return ({ method, url, headers }, localAddress) => {
    // Several Host headers are joined with a comma, which no host contains.
    const named = readAuthority(headers.get('host') ?? '');
    const target = authorityOf(url);
    if (named === undefined || target === undefined) return 'invalid_host';
    // The target has another host if the request has it in absolute form, as for a proxy.
    if (!isAllowed(named, localAddress) || !isAllowed(target, localAddress)) return 'foreign_host';
    const origin = headers.get('origin');
    if (origin === null || READING.includes(method) || origins.includes('*') || origins.includes(origin))
      return undefined;
    const page = authorityOf(origin);
    return page !== undefined && isAllowed(page, localAddress) ? undefined : 'foreign_origin';
  };
}

/** Whether a host, such as that of a server's option, can be allowed. */
export function isHostName(text: string): boolean {
  return readAuthority(inBrackets(text)) !== undefined;
}

/** Whether an address that a server listens on is reached from this machine only. */
export function isLoopbackAddress(address: string): boolean {
  return isLoopback(addressName(address) ?? '');
}

function inBrackets(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

function hasPort(host: string): boolean {
  return /:\d+$/.test(host.replace(/^\[.*\]/, ''));
}

/** An address of a socket as a URL has it. */
function addressName(address: string | undefined): string | undefined {
  // A socket for both versions of IP writes an IPv4 address within IPv6.
  return readAuthority(inBrackets(address?.replace(/^::ffff:(?=\d+\.)/, '') ?? ''))?.name;
}
