/** Turns answers into responses. */
import type { Answer } from './answers.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** The body is `JSON.stringify` of the answer's, without spaces, as the documents show it. */
export function respond({ status, body, headers }: Answer): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': JSON_TYPE } });
}
