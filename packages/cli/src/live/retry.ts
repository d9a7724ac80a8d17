/** Asking again, as often and as late as a server wants it. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for what. */
export interface Patience {
  /** For one answer. */
  readonly timeoutMs: number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** Shared by all that ask the same server: not before this time, in milliseconds since 1970. */
  readonly pause: { until: number };
}

/** A server that does not answer, or only with failures. */
export class HttpFailure extends Error {
  readonly response: Response | undefined;

  /** @param response - If there was one. */
  constructor(message: string, response?: Response) {
    super(message);
    this.response = response;
  }
}

const TRIES = 4;
/** Where there are too many requests, waiting helps: half a minute altogether. */
const TRIES_WHEN_LIMITED = 8;
/** Doubled from try to try. */
const FIRST_WAIT_MS = 250;
const TOO_MANY_REQUESTS = 429;
/** What a `Retry-After` can ask for at most. */
const MAX_WAIT_MS = 60_000;

/**
 * Asks until there is an answer: again after 408, 429, any 5xx, and where none comes. After a 429 or a `Retry-After`
 * all that share the pause wait.
 *
 * @param ask - Throws an {@link HttpFailure} for a failure, and whatever fetch throws.
 * @throws HttpFailure of the last try; the reason of the signal.
 */
export async function patiently<T>(patience: Patience, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { timeoutMs, signal, pause } = patience;
  const counts = { limited: 0, failed: 0 };
  for (;;) {
    await wait(pause.until - Date.now(), signal);
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      return await ask(AbortSignal.any([signal, timeout]));
    } catch (error) {
      signal.throwIfAborted();
      const failure = timeout.aborted ? new HttpFailure(`no answer in ${timeoutMs / 1000} s`) : failureOf(error);
      const isLimited = failure.response?.status === TOO_MANY_REQUESTS;
      const tries = (counts[isLimited ? 'limited' : 'failed'] += 1);
      if (tries >= (isLimited ? TRIES_WHEN_LIMITED : TRIES) || !isWorthAnother(failure)) throw failure;
      const asked = retryAfterMs(failure.response);
      const waitMs = Math.min(asked ?? FIRST_WAIT_MS * 2 ** (tries - 1), MAX_WAIT_MS);
      if (isLimited || asked !== undefined) pause.until = Math.max(pause.until, Date.now() + waitMs);
      else await wait(waitMs, signal);
    }
  }
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { signal });
}

function failureOf(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
  return new HttpFailure(code ?? 'no connection');
}

function isWorthAnother({ response }: HttpFailure): boolean {
  return (
    response === undefined || response.status === 408 || response.status === TOO_MANY_REQUESTS || response.status >= 500
  );
}

/** Seconds, or a date. */
function retryAfterMs(response: Response | undefined): number | undefined {
  const text = response?.headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
