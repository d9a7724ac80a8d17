/** Pasted JSON: a body, a row, or a request with its headers. */
import type { Path } from 'auth-object';
import { jsonPlaces } from './json-places.ts';
import type { PastedRequest } from './pasted.ts';
import { textHeaders } from './text-headers.ts';

export function readJson(text: string): PastedRequest {
  const places = jsonPlaces(text);
  const value = parsed(text);
  const envelope = envelopeOf(value);
  if (envelope === undefined) {
    return {
      kind: 'request',
      format: 'json',
      body: text,
      unknown: [],
      notes: [],
      locate: places,
      locateOffset: (offset) => offset,
      replaceBody: (body) => JSON.stringify(JSON.parse(body), undefined, 2),
    };
  }
  const inside = (path: Path): Path =>
    path[0] === 'headers' || path[0] === 'body' ? path : (['body', ...path] as unknown as Path);
  return {
    kind: 'request',
    format: 'json',
    ...envelope,
    unknown: [],
    notes: [],
    locate: (path) => places(inside(path)),
    locateOffset: () => undefined,
    replaceBody: (body) => JSON.stringify({ ...(value as object), body: JSON.parse(body) }, undefined, 2),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Envelope {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly slug?: string;
  readonly method?: string;
  readonly url?: string;
}

/** `{ "headers": {…}, "body": {…} }`, as `checkRequest` takes it. */
function envelopeOf(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { headers, body, slug, method, url } = value as Record<string, unknown>;
  if (typeof headers !== 'object' || headers === null || body === undefined || 'auth_object' in value) return undefined;
  return {
    headers: textHeaders(headers),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(typeof slug === 'string' && { slug }),
    ...(typeof method === 'string' && { method }),
    ...(typeof url === 'string' && { url }),
  };
}
