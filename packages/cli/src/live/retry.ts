/** Sends a request again if the server is busy, failing or not reachable. */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import { UsageError } from '../command/usage-error.ts';

/** What the requests to one server share. */
export interface RetryOptions {
  /** For one answer. */
  readonly timeoutMs: number;
  /** When all answers must be there, in milliseconds since 1970. */
  readonly endsAt: number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** No request is sent before this time, in milliseconds since 1970. */
  readonly pause: { until: number };
}

/** A server that does not answer, or answers with an error. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly response: Response | undefined;

  /** @param response - If there was one. */
  constructor(message: string, response?: Response) {
    super(message);
    this.response = response;
  }
}

const RETRIES = 3;
/** After 429 waiting helps: half a minute altogether. */
const RETRIES_WHEN_LIMITED = 7;
/** Doubled from retry to retry. */
const FIRST_WAIT_MS = 250;
const TOO_MANY_REQUESTS = 429;
const TIMEOUT = 408;
/** Errors of connections that need words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['UND_ERR_SOCKET', 'the connection broke before the end of the answer'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the headers of the answer are too long'],
]);

/**
 * Sends a request until it is answered: again after 408, 429, any 5xx, and if no answer comes. After a 429 or a
 * `Retry-After` all requests that share the pause wait, unless they would wait too long.
 *
 * @param send - Throws a {@link RequestError} for an answer that is an error, and whatever fetch throws.
 * @throws RequestError of the last attempt; a UsageError of `send`; the reason of the signal.
 */
export function retry<T>(
  { timeoutMs, endsAt, signal, pause }: RetryOptions,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const attempt = async () => {
    const waitMs = pause.until - Date.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await send(AbortSignal.any([signal, timeout]));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UsageError) throw error;
      const failure = timeout.aborted
        ? new RequestError(`no complete answer in ${timeoutMs / 1000} s`)
        : requestError(error);
      const askedMs = retryAfterMs(failure.response) ?? 0;
      const isInTime = askedMs <= 0 || Date.now() + askedMs <= endsAt;
      if (isInTime || !isTransient(failure)) throw failure;
      const wait = `${Math.ceil(askedMs / 1000)} s, longer than --total-timeout allows`;
      throw new AbortError(new RequestError(`${failure.message}, and it asks to wait for ${wait}`));
    }
  };
  return pRetry(attempt, {
    signal,
    retries: RETRIES_WHEN_LIMITED,
    minTimeout: FIRST_WAIT_MS,
    shouldRetry: ({ error, retriesConsumed }) =>
      error instanceof RequestError && isTransient(error) && (isLimited(error) || retriesConsumed < RETRIES),
    onFailedAttempt({ error, retriesConsumed }) {
      if (!(error instanceof RequestError)) return;
      const askedMs = retryAfterMs(error.response);
      if (!isLimited(error) && askedMs === undefined) return;
      const waitMs = askedMs ?? FIRST_WAIT_MS * 2 ** retriesConsumed;
      pause.until = Math.max(pause.until, Date.now() + waitMs);
    },
  });
}

function requestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  const { code = 'no connection' } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  return new RequestError(code.startsWith('Z_') ? 'the answer cannot be unpacked' : (REASONS.get(code) ?? code));
}

function isLimited({ response }: RequestError): boolean {
  return response?.status === TOO_MANY_REQUESTS;
}

function isTransient({ response }: RequestError): boolean {
  if (response === undefined) return true;
  return response.status === TIMEOUT || response.status === TOO_MANY_REQUESTS || response.status >= 500;
}

/** Reads seconds, or a date. */
function retryAfterMs(response: Response | undefined): number | undefined {
  const text = response?.headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
