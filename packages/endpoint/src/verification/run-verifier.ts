/** Runs the caller's verifier. */
import { app } from 'auth-object';
import type { Credentials } from '../credentials/credentials.ts';
import { EndpointError } from '../errors.ts';
import type { Verifier } from '../options/endpoint-options.ts';
import { type ReasonContext, safeReason } from './safe-reason.ts';

const WITHHELD =
  'the error that verify threw may contain a part of a credential, so the answer does not quote it; to see it, catch and log it in verify';

/**
 * @param report - Gets an error if the reason of the verifier cannot be shown.
 * @returns the `verification` of a request's context (rule 13); the reason contains no secret.
 */
export async function runVerifier(
  verify: Verifier,
  slug: string,
  { authType, values }: Credentials,
  report: (error: EndpointError) => void,
): Promise<'accepted' | { rejected: string }> {
  try {
    await verify(slug, authType ?? '', Object.fromEntries(values));
    return 'accepted';
  } catch (error) {
    const { reason, isReplaced } = safeReason(error, reasonContext(slug, authType ?? '', values));
    // Without a cause: who reports errors would report the credential too.
    if (isReplaced) report(new EndpointError('createEndpoint', 'withheld_reason', WITHHELD));
    return { rejected: reason };
  }
}

/** Fields that the schema calls not secret stay readable, since hosts consist of them. */
function reasonContext(slug: string, authType: string, values: ReadonlyMap<string, string>): ReasonContext {
  const known = app(slug);
  const fields = known?.auth[authType]?.fields ?? [];
  const readable = new Set(fields.filter(({ secret }) => !secret).map(({ name }) => name));
  const all = [...values];
  return {
    secrets: all.filter(([field]) => !readable.has(field)).map(([, value]) => value),
    known: [
      ...[slug, authType, known?.name ?? '', ...values.keys()],
      ...all.filter(([field]) => readable.has(field)).map(([, value]) => value),
    ],
  };
}
