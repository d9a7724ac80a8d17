/** A request after a fix, written the way it was pasted. */
import { type Hint, repair } from 'auth-object';
import { BASE_URL } from '../copy/base-url.ts';
import { ACCOUNT, API_KEY, curl, fetchCall, type RequestParts, sdk } from '../copy/request-code.ts';
import type { PastedRequest } from '../paste/pasted.ts';

/** @returns The new text; `undefined` if the fixes change nothing. */
export function rewrite(pasted: PastedRequest, hints: readonly Hint[]): string | undefined {
  const body = repair({ body: pasted.body }, hints).body as string;
  if (body === pasted.body) return undefined;
  if (pasted.format === 'json') return asJson(pasted, body);
  const mended = { ...pasted, body };
  if (pasted.format === 'curl') return curl(partsOf(mended));
  if (pasted.format === 'client') return sdk(partsOf(mended));
  return fetchCall(partsOf(mended));
}

/** What the copy-as templates need of a pasted request. */
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

function asJson(pasted: PastedRequest, body: string): string {
  const value = JSON.parse(body);
  if (pasted.headers === undefined) return JSON.stringify(value, undefined, 2);
  const { slug, headers } = pasted;
  return JSON.stringify({ headers, ...(slug !== undefined && { slug }), body: value }, undefined, 2);
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
