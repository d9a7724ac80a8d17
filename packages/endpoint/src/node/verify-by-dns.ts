/** A verifier that looks up the provider's host. */
import { lookup as systemLookup } from 'node:dns/promises';
import { callback, checkArgument } from '../options/check-options.ts';
import type { Verifier } from '../options/endpoint-options.ts';
import { providerHost } from '../verification/provider-host.ts';

/** Looks up a host. If the host is unknown, it rejects with an error whose `code` is `ENOTFOUND`, as Node's lookup does. */
export type HostLookup = (host: string) => Promise<unknown>;

const lookupSchema = callback('(host) that returns a promise');

/** How long an answer waits for a lookup, in ms. */
const LIMIT_MS = 5000;

/**
 * A verifier for `createEndpoint` and `startEndpoint`. If the credentials contain the provider's host, such as
 * NetSuite's `{account_id}.suitetalk.api.netsuite.com`, it looks the host up, as the first request to the provider
 * would. It sends nothing to the provider, and accepts the credentials of all other apps.
 *
 * - An unknown host is rejected with the documented `Failed to verify credentials: getaddrinfo ENOTFOUND HOST`.
 * - A value that cannot be part of a host name is rejected without a lookup. The message names the field instead of the
 *   value.
 * - A value that may be a secret in the wrong field is accepted without a lookup, because DNS must not learn it.
 * - If DNS does not answer (no connection, `EAI_AGAIN`, more than 5 s), the credentials are accepted.
 *
 * @param lookup - Looks up a host. @defaultValue `lookup` of `node:dns/promises`: getaddrinfo with the hosts file
 * @throws OptionError if `lookup` is not a function.
 *
 * @example
 * ```ts
 * import { startEndpoint, verifyByDns } from "@auth-object/endpoint/node";
 *
 * const { url } = await startEndpoint({ verify: verifyByDns() });
 * ```
 */
export function verifyByDns(lookup: HostLookup = systemLookup): (...all: Parameters<Verifier>) => Promise<void> {
  checkArgument('verifyByDns', 'lookup', lookupSchema, lookup);
  // Requests for the same host share a lookup: each one takes a thread of Node's small pool, which also encrypts.
  const running = new Map<string, Promise<boolean>>();
  const isUnknownHost = (host: string) => {
    const result = running.get(host) ?? isUnknown(host, lookup).finally(() => running.delete(host));
    running.set(host, result);
    return result;
  };
  return async (slug, authType, credentials) => {
    const provider = providerHost(slug, authType, credentials);
    if (provider === undefined) return;
    const { host, name } = provider;
    if (host === undefined || (await isUnknownHost(host))) throw new Error(`getaddrinfo ENOTFOUND ${name}`);
  };
}

/** Whether DNS says that the host does not exist. */
async function isUnknown(host: string, lookup: HostLookup): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS);
  });
  try {
    await Promise.race([lookup(host), tooLate]);
    return false;
  } catch (error) {
    return (error as { code?: unknown } | null)?.code === 'ENOTFOUND';
  } finally {
    clearTimeout(timer);
  }
}
