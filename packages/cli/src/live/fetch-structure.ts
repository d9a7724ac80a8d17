/** One auth structure, as the service tells it now. */

import type { AuthStructure } from 'auth-object';
import { registerApp } from 'auth-object';
import { HttpFailure, type Patience, patiently } from './retry.ts';

/** What the service says of a slug. */
export type Live =
  | { readonly kind: 'structure'; readonly structure: AuthStructure }
  /** The app is a custom one, of which the service tells no fields. */
  | { readonly kind: 'custom' }
  /** No app of this slug. */
  | { readonly kind: 'unknown' }
  /** An answer that is no auth structure; `reason` quotes nothing of it. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** More than any auth structure has; a page that never ends is none. */
const MAX_BYTES = 1 << 20;

/**
 * Asks `GET /api/v2/public/auth-structure/{slug}`, which is public: no key is sent.
 *
 * @param baseUrl - Without a slash at its end.
 * @throws HttpFailure where no answer comes, or only failures, however often it is asked.
 */
export async function fetchStructure(baseUrl: string, slug: string, patience: Patience): Promise<Live> {
  const url = `${baseUrl}/api/v2/public/auth-structure/${encodeURIComponent(slug)}`;
  return patiently(patience, async (signal) => {
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
    const answer = await answerOf(response);
    if (isUnknown(response.status, answer)) return { kind: 'unknown' };
    if (!response.ok) throw new HttpFailure(`status ${response.status}`, response);
    return read(slug, answer);
  });
}

/** The documented answer for a slug that there is not; any other 500 is a failure. */
function isUnknown(status: number, answer: unknown): boolean {
  const message = (answer as { message?: unknown } | null | undefined)?.message;
  return status === 500 && typeof message === 'string' && message.startsWith('Schema not found for integration type');
}

function read(slug: string, answer: unknown): Live {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return { kind: 'unusable', reason: 'the answer is no JSON object' };
  }
  if (Object.keys(answer).length === 0) return { kind: 'custom' };
  const structure = answer as AuthStructure;
  try {
    // Whoever loads the file registers it: what cannot be registered must not get there.
    registerApp(slug, structure);
    return { kind: 'structure', structure };
  } catch {
    return { kind: 'unusable', reason: 'the answer is not of the documented form' };
  }
}

/** @returns `undefined` for what is no JSON, or too long. */
async function answerOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop ends the connection.
    if (bytes > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
