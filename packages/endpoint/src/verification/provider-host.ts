/** The provider's host that credentials name, and how a message may name it. */
import { redact } from 'auth-object';
import { HOSTS } from '../generated/hosts.ts';

/** The host of a provider. */
export interface ProviderHost {
  /** For messages; the field's name in braces if its value is not a host name or looks like a secret. */
  readonly redacted: string;
  /** What to look up; absent if the value is not a host name, or looks like a secret, which DNS must not learn. */
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
 * or the credentials lack its field.
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
  if (host === undefined || !isHost(host)) return { redacted: template };
  if (!looksSecret(domain === '' ? asTyped(host, value) : value)) return { redacted: host, host };
  // A hosted database has a random part in its name, but ends in a top-level domain.
  return domain === '' && /\.[a-z]{2,24}$/.test(host) ? { redacted: template, host } : { redacted: template };
}

/** The host of a URL or of `HOST[:PORT]`, without a user name and password. */
function hostOfAddress(value: string): string | undefined {
  try {
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
    return hostname.replace(IPV6, '$1') || undefined;
  } catch {
    return undefined;
  }
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

/** By the rules with which the library redacts IDs. */
function looksSecret(text: string): boolean {
  return (
    text.length >= SHORTEST_SECRET &&
    redact({ headers: { linked_account_id: text } }).headers?.linked_account_id !== text
  );
}

/** The own property of a record, and none of its prototype. */
function own<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
