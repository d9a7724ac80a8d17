/** Asks the caller's verifier, and words what it throws. */
import { app } from 'auth-object';
import type { Credentials } from './credentials.ts';
import type { Verifier } from './options.ts';

const REDACTED = '[redacted]';

/**
 * The outcome for the judge (rule 13).
 *
 * @returns `"accepted"`, or the reason without secrets that it may quote.
 */
export async function verification(
  verify: Verifier,
  slug: string,
  { authType, values }: Credentials,
): Promise<'accepted' | { rejected: string }> {
  try {
    await verify(slug, authType ?? '', Object.fromEntries(values));
    return 'accepted';
  } catch (error) {
    return { rejected: withoutSecrets(words(error), slug, authType, values) };
  }
}

function words(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'unknown reason';
  }
}

/** A verifier may quote what it was given. Fields that are known to be no secret stay: hosts are made of them. */
function withoutSecrets(
  reason: string,
  slug: string,
  authType: string | null,
  values: ReadonlyMap<string, string>,
): string {
  const plain = new Set(
    app(slug)
      ?.auth[authType ?? '']?.fields.filter(({ secret }) => !secret)
      .map(({ name }) => name),
  );
  const secrets = [...values]
    .filter(([field]) => !plain.has(field))
    .flatMap(([, value]) => [value, JSON.stringify(value).slice(1, -1), ...inUrl(value)])
    // What holds another one goes first.
    .sort((a, b) => b.length - a.length);
  return secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, REDACTED)), reason);
}

/** As a path's part, and as the query of a form. */
function inUrl(value: string): string[] {
  // Half a surrogate pair would throw; it is sent as U+FFFD anyway.
  const text = new TextDecoder().decode(new TextEncoder().encode(value));
  return [encodeURIComponent(text), new URLSearchParams([['', text]]).toString().slice(1)];
}
