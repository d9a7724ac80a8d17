/** The provider's host that credentials name. */
import { redact } from 'auth-object';
import { HOSTS } from '../generated/hosts.ts';

/** The host of a provider. */
export interface ProviderHost {
  /** For messages; the field's name in braces if its value cannot be part of a host name. */
  readonly name: string;
  /** What to look up; absent if the value cannot be part of a host name. */
  readonly host?: string;
}

/** RFC 1123, 2.1: letters, digits, `-`. Also `_`, which DNS allows and some servers have in their names. */
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const LONGEST_HOST = 253;
/** An IPv6 address in a URL. */
const IPV6 = /^\[([0-9a-f:.]+)\]$/;
/** Names of accounts and shops may look random, but are shorter than tokens. */
const SHORTEST_SECRET = 20;

/**
 * The host, by the template in the app's schema (`host` in `schemas/SLUG.json`). `undefined` if there is no template,
 * the credentials lack its field, or the value may be a secret in the wrong field, which DNS must not learn.
 *
 * A value before a domain is changed to lower case and `_` to `-`. NetSuite and Snowflake write account ids in host
 * names like this: `1234567_SB1` → `1234567-sb1.suitetalk.api.netsuite.com`.
 */
export function providerHost(
  slug: string,
  authType: string,
  credentials: Readonly<Record<string, string>>,
): ProviderHost | undefined {
  const template = own(own(HOSTS, slug), authType);
  const [, field = '', domain = ''] = template?.match(/^\{(.+)\}(.*)$/) ?? [];
  const value = own(credentials, field)?.trim();
  if (template === undefined || !value) return undefined;
  const host = domain === '' ? hostOfAddress(value) : `${value.toLowerCase().replaceAll('_', '-')}${domain}`;
  if (host === undefined || !isHost(host)) return { name: template };
  const typed = domain === '' ? asTyped(host, value) : value;
  const isSafe = !mayBeSecret(typed) || (domain === '' && isPublicName(typed));
  return isSafe ? { name: host, host } : undefined;
}

/** The host of a URL or of `HOST[:PORT]`, without a user name and password. */
function hostOfAddress(value: string): string | undefined {
  try {
    const address = withBrackets(value);
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`);
    return hostname.replace(IPV6, '$1') || undefined;
  } catch {
    return undefined;
  }
}

/** Puts an IPv6 address into brackets, without the name of a network interface, which other machines do not know. */
function withBrackets(value: string): string {
  const [address = ''] = value.split('%', 1);
  const isIpv6 = /^[0-9a-f:.]+$/i.test(address) && address.split(':', 3).length === 3;
  return isIpv6 ? `[${address}]` : value;
}

/** The host with the upper case of the value: many tokens have both cases. */
function asTyped(host: string, value: string): string {
  const at = value.toLowerCase().indexOf(host);
  return at === -1 ? host : value.slice(at, at + host.length);
}

function isHost(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-f:.]+$/.test(text);
  return text.length <= LONGEST_HOST && text.split('.').every((label) => LABEL.test(label));
}

/** Whether it ends in a top-level domain. A hosted database may have a random part in its name. */
function isPublicName(text: string): boolean {
  return /\.(?:[a-z]{2,24}|[A-Z]{2,24})$/.test(text);
}

/** By the rules with which the library redacts slugs. */
function mayBeSecret(text: string): boolean {
  return text.length >= SHORTEST_SECRET && redact({ slug: text }).slug !== text;
}

/** The own property of a record, and none of its prototype. */
function own<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
