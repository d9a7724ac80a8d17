/** Lets requests meet the faults that were asked for. */
import { longEnvelope } from './answers.ts';
import type { Middleware } from './env.ts';
import { FAULT_HEADER, type Fault, type FaultNow, type FaultSource } from './faults.ts';
import { parseFault } from './parse-fault.ts';
import { respond } from './respond.ts';

/** The words of a status (RFC 9110, 15); of 429, the platform's own, which its documentation has without a number. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  408: 'Request timeout',
  409: 'Conflict',
  429: 'Rate limit exceeded. Implement backoff and retry.',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** A status that has other words in a message than in its name. */
const TYPES: Readonly<Record<number, string>> = { 429: 'TOO_MANY_REQUESTS' };

/**
 * The middleware that makes faults; it stands before all that reads the request. A fault's answer is the long
 * envelope. A header that is no fault is answered with a 400 that says the form.
 */
export function faultMiddleware(source: FaultSource): Middleware {
  return async (c, next) => {
    const asked = c.req.header(FAULT_HEADER);
    const own = asked === undefined ? undefined : ownFault(asked);
    if (typeof own === 'string') {
      return respond({ status: 400, body: longEnvelope(400, 'BAD_REQUEST', own, c.var.requestId) });
    }
    const now = source.next(own);
    if (now === undefined) return next();
    if (now.delayMs > 0) await pause(now.delayMs, c.req.raw.signal);
    if (now.status === undefined) return next();
    c.set('fault', true);
    return response(now.status, now, c.var.requestId);
  };
}

/** The fault of a header; a text that says what is wrong where it is none. */
function ownFault(header: string): Fault | string {
  try {
    const fault = parseFault(header);
    if (fault.share === undefined && fault.count === undefined) return fault;
    return `${FAULT_HEADER} is for one request: leave out the share and the count`;
  } catch (error) {
    return `${FAULT_HEADER}: ${(error as Error).message.replace('auth-object: ', '')}`;
  }
}

function response(status: number, { retryAfterS }: FaultNow, requestId: string): Response {
  const words = WORDS[status] ?? (status < 500 ? 'Client error' : 'Server error');
  const type = TYPES[status] ?? words.toUpperCase().replaceAll(' ', '_');
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  return respond({ status, headers, body: longEnvelope(status, type, words, requestId) });
}

/** Ends with the connection: nobody waits for the answer then. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
