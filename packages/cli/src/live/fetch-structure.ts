/** The auth structure of one app, as the service has it now. */
import type { AuthStructure, Limits } from 'auth-object';
import { redactText } from '../command/redact.ts';
import { type Answer, type ByteBudget, readAnswer } from './read-answer.ts';
import { registrationFault } from './registration-fault.ts';
import { RequestError, type RetryOptions, retry } from './retry.ts';
import { fetchFromSameHost } from './same-host.ts';

/** What the service answers about a slug. */
export type Live =
  | { readonly kind: 'structure'; readonly structure: AuthStructure }
  /** A custom app, whose fields the service does not publish. */
  | { readonly kind: 'custom' }
  /** The service has no app with this slug. */
  | { readonly kind: 'unknown' }
  /** The answer is not an auth structure. `reason` names its auth type and field if these are wrong. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** What the requests of a command share. */
export interface FetchOptions extends RetryOptions {
  readonly budget: ByteBudget;
  readonly limits?: Limits | undefined;
}

/**
 * Requests `GET /api/v2/public/auth-structure/{slug}`, which is public: no key is sent.
 *
 * @param baseUrl - Without a slash at its end.
 * @throws RequestError if every attempt fails; UsageError if the answers are too long.
 */
export async function fetchStructure(baseUrl: string, slug: string, options: FetchOptions): Promise<Live> {
  // No URL can name these: it would be that of another route, or none at all.
  if (slug === '.' || slug === '..' || /\p{Cs}/u.test(slug)) return { kind: 'unknown' };
  const url = `${baseUrl}/api/v2/public/auth-structure/${encodeURIComponent(slug)}`;
  return retry(options, async (signal) => {
    const response = await fetchFromSameHost(url, signal);
    const answer = await readAnswer(response, options.budget);
    if (isUnknown(response.status, answer)) return { kind: 'unknown' };
    if (!response.ok) throw new RequestError(`status ${response.status}`, response);
    return 'fault' in answer ? { kind: 'unusable', reason: answer.fault } : liveOf(slug, answer.value, options.limits);
  });
}

/** The documented answer about an unknown slug has the code of any other 500; only its message says what it is. */
function isUnknown(status: number, answer: Answer): boolean {
  if (status !== 500 || 'fault' in answer) return false;
  const { message } = (answer.value ?? {}) as { message?: unknown };
  return typeof message === 'string' && message.startsWith('Schema not found for integration type');
}

function liveOf(slug: string, answer: unknown, limits: Limits | undefined): Live {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return { kind: 'unusable', reason: 'the answer is not a JSON object' };
  }
  if (Object.keys(answer).length === 0) return { kind: 'custom' };
  // As other answers of the API, an error may have the status 200.
  if ('error' in answer && typeof answer.error === 'string') {
    return { kind: 'unusable', reason: `the answer is an error, "${redactText(answer.error)}"` };
  }
  // The commands that load the file register it, so it must not contain what cannot be registered.
  const fault = registrationFault(slug, answer, limits);
  return fault === undefined
    ? { kind: 'structure', structure: answer as AuthStructure }
    : { kind: 'unusable', reason: fault };
}
