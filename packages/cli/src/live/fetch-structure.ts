/** The auth structure of one app, as the service has it now. */
import type { AuthStructure } from 'auth-object';
import { registerApp } from 'auth-object';
import { RequestError, type RetryOptions, retry } from './retry.ts';

/** What the service answers about a slug. */
export type Live =
  | { readonly kind: 'structure'; readonly structure: AuthStructure }
  /** A custom app, whose fields the service does not publish. */
  | { readonly kind: 'custom' }
  /** The service has no app with this slug. */
  | { readonly kind: 'unknown' }
  /** The answer is not an auth structure; `reason` quotes nothing of it. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** More than any auth structure has; an answer may never end. */
const MAX_BYTES = 1 << 20;

/**
 * Requests `GET /api/v2/public/auth-structure/{slug}`, which is public: no key is sent.
 *
 * @param baseUrl - Without a slash at its end.
 * @throws RequestError if every attempt fails.
 */
export async function fetchStructure(baseUrl: string, slug: string, options: RetryOptions): Promise<Live> {
  const url = `${baseUrl}/api/v2/public/auth-structure/${encodeURIComponent(slug)}`;
  return retry(options, async (signal) => {
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
    const answer = await jsonOf(response);
    if (isUnknown(response.status, answer)) return { kind: 'unknown' };
    if (!response.ok) throw new RequestError(`status ${response.status}`, response);
    return liveOf(slug, answer);
  });
}

/** The documented answer about an unknown slug has the code of any other 500; only its message says what it is. */
function isUnknown(status: number, answer: unknown): boolean {
  const message = (answer as { message?: unknown } | null | undefined)?.message;
  return status === 500 && typeof message === 'string' && message.startsWith('Schema not found for integration type');
}

function liveOf(slug: string, answer: unknown): Live {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return { kind: 'unusable', reason: 'the answer is not a JSON object' };
  }
  if (Object.keys(answer).length === 0) return { kind: 'custom' };
  const structure = answer as AuthStructure;
  try {
    // The commands that load the file register it, so it must not contain what cannot be registered.
    registerApp(slug, structure);
    return { kind: 'structure', structure };
  } catch {
    return { kind: 'unusable', reason: 'the answer does not have the documented form' };
  }
}

/** @returns `undefined` if the answer is not JSON, or too long. */
async function jsonOf(response: Response): Promise<unknown> {
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
