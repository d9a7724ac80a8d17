/** Writes a fixed request in the format in which it was pasted. */

import { ACCOUNT, API_KEY, curl, type RequestParts } from '@auth-object/reference';
import { type Hint, repair } from 'auth-object';
import { BASE_URL } from '../copy/base-url.ts';
import type { PastedRequest } from '../paste/pasted.ts';

/** @returns The new text; `undefined` if the fixes change nothing. Only the body changes, unless its place is unknown. */
export function rewrite(pasted: PastedRequest, hints: readonly Hint[]): string | undefined {
  const body = repair({ body: pasted.body }, hints).body as string;
  if (body === pasted.body) return undefined;
  return pasted.replaceBody(body) ?? curl(partsOf({ ...pasted, body }));
}

/** The parts of a pasted request, for the formats to copy. */
export function partsOf({ headers, slug, body, url }: PastedRequest): RequestParts {
  const value = parsed(body);
  const header = (name: string) => Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return {
    baseUrl: originOf(url) ?? BASE_URL,
    apiKey: header('x-api-key') ?? API_KEY,
    account: header('linked_account_id') ?? text(value.linked_account_id) ?? ACCOUNT,
    slug: text(value.slug) ?? slug ?? 'SLUG',
    authObject: value.auth_object ?? {},
  };
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : undefined;
}
