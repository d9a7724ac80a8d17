/** A verifier that asks DNS for the provider's host. */
import { lookup as lookUp } from 'node:dns/promises';
import { providerHost } from '../provider-host.ts';

/** Resolves where the host is known; else rejects with an error that has a `code`, as Node's lookup does. */
export type HostLookup = (host: string) => Promise<unknown>;

/** Longest time for one lookup, in ms: the answer to a request waits for it. */
const LIMIT_MS = 5000;

/**
 * A verifier for `createEndpoint` and `startEndpoint`: looks up the provider's host where the app's schema names one
 * by a field (`host` in `schemas/SLUG.json`, such as NetSuite's `{account_id}.suitetalk.api.netsuite.com`), as a first
 * request to the provider would. Nothing is sent to the provider, and credentials of other apps pass.
 *
 * A host that is not known makes the documented answer, `Failed to verify credentials: getaddrinfo ENOTFOUND HOST`.
 * Where a value cannot stand in a host name, or looks like a secret in the wrong field, nothing is looked up, and the
 * answer names the field in the place of the value. Any other failure (no connection, a server that is down or takes
 * more than 5 s: `EAI_AGAIN`) is not the credentials' fault: they pass.
 *
 * @param lookup - Asked for each host; the system's own (getaddrinfo, the hosts file too) by default.
 * @throws TypeError where `lookup` is no function. The verifier itself throws an `Error` for a host that is not known.
 *
 * @example
 * ```ts
 * import { startEndpoint, verifyByDns } from "auth-object/node";
 * const { url } = await startEndpoint({ verify: verifyByDns() });
 * ```
 */
export function verifyByDns(
  lookup: HostLookup = lookUp,
): (slug: string, authType: string, credentials: Readonly<Record<string, string>>) => Promise<void> {
  if (typeof lookup !== 'function') throw new TypeError('verifyByDns: lookup must be a function (host) => Promise.');
  // Many requests for one host ask once: a lookup holds one of Node's few threads, which also encrypt.
  const asking = new Map<string, Promise<boolean>>();
  const isUnknownNow = (host: string) => {
    const asked = asking.get(host) ?? isUnknown(host, lookup).finally(() => asking.delete(host));
    asking.set(host, asked);
    return asked;
  };
  return async (slug, authType, credentials) => {
    const provider = providerHost(slug, authType, credentials);
    if (provider === undefined) return;
    const { host, shown } = provider;
    if (host === undefined || (await isUnknownNow(host))) throw new Error(`getaddrinfo ENOTFOUND ${shown}`);
  };
}

/** Whether DNS says that there is no such host. */
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
