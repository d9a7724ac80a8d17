/** Runs the caller's verifier and redacts the reason that it gives. */
import { app } from 'auth-object';
import type { Credentials } from '../credentials/credentials.ts';
import type { Verifier } from '../options/endpoint-options.ts';

const REDACTED = '[redacted]';

/** @returns the `verification` of a request's context (rule 13); the reason contains no secret. */
export async function runVerifier(
  verify: Verifier,
  slug: string,
  { authType, values }: Credentials,
): Promise<'accepted' | { rejected: string }> {
  try {
    await verify(slug, authType ?? '', Object.fromEntries(values));
    return 'accepted';
  } catch (error) {
    return { rejected: withoutSecrets(messageOf(error), slug, authType, values) };
  }
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'unknown reason';
  }
}

/** A verifier may quote the credentials. Fields that the schema calls not secret stay readable, since hosts consist of them. */
function withoutSecrets(
  reason: string,
  slug: string,
  authType: string | null,
  values: ReadonlyMap<string, string>,
): string {
  const readable = new Set(
    app(slug)
      ?.auth[authType ?? '']?.fields.filter(({ secret }) => !secret)
      .map(({ name }) => name),
  );
  const secrets = [...values]
    .filter(([field]) => !readable.has(field))
    .flatMap(([, value]) => [value, JSON.stringify(value).slice(1, -1), ...inUrl(value)])
    // Longest first: a shorter secret may be part of a longer one.
    .sort((a, b) => b.length - a.length);
  return secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, REDACTED)), reason);
}

/** The value as it is written in a URL's path and in a form's query. */
function inUrl(value: string): string[] {
  // encodeURIComponent throws for half a surrogate pair; U+FFFD is sent for it.
  const text = new TextDecoder().decode(new TextEncoder().encode(value));
  return [encodeURIComponent(text), new URLSearchParams([['', text]]).toString().slice(1)];
}
