/** The provider's host that credentials name, and how it may be shown. */
import { redact } from 'auth-object';
import { HOSTS } from './generated/hosts.ts';

/** Where the provider of some credentials is. */
export interface ProviderHost {
  /** For messages: the field's name in braces where its value is no host name, or looks like a secret. */
  readonly shown: string;
  /** What to look up; absent where the value is no host name, or a secret in the wrong place that no DNS should learn. */
  readonly host?: string;
}

/** RFC 1123, 2.1: letters, digits, `-`; `_` too, which DNS carries and people's own servers are named with. */
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const LONGEST_HOST = 253;
/** Of an IPv6 address in a URL, the part between the brackets. */
const IPV6 = /^\[([0-9a-f:.]+)\]$/;
/** Account ids and shops may look random, but are shorter than tokens. */
const SHORTEST_SECRET = 20;

/**
 * The host by the schema's template (`host` in `schemas/SLUG.json`); `undefined` where the app has none, or the field
 * of it is not among the credentials.
 *
 * A value before a domain is written in lower case, with `-` for `_`: NetSuite's rule for account ids in host names
 * (`1234567_SB1` → `1234567-sb1.suitetalk.api.netsuite.com`), Snowflake's too, and no host name has a `_` anyway.
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
  if (host === undefined || !isHost(host)) return { shown: template };
  if (!looksSecret(domain === '' ? host : value)) return { shown: host, host };
  // The name of a large database has such parts too, but ends in a top-level domain.
  return domain === '' && /\.[a-z]{2,24}$/.test(host) ? { shown: template, host } : { shown: template };
}

/** Of a URL or a host name, with or without a port; a user's name and password in it are left behind. */
function hostOfAddress(value: string): string | undefined {
  try {
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`);
    return hostname.replace(IPV6, '$1') || undefined;
  } catch {
    return undefined;
  }
}

function isHost(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-f:.]+$/.test(text);
  return text.length <= LONGEST_HOST && text.split('.').every((label) => LABEL.test(label));
}

/** As the library hides names of keys. */
function looksSecret(text: string): boolean {
  return text.length >= SHORTEST_SECRET && redact({ slug: text }).slug !== text;
}

/** The member of a record, and nothing that every object has. */
function own<T>(record: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
